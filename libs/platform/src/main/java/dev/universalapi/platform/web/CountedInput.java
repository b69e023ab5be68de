package dev.universalapi.platform.web;

import dev.universalapi.platform.problem.BodyTooLargeException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/// Fails with the first byte over the limit.
final class CountedInput extends ServletInputStream {
    private final ServletInputStream body;
    private final long limit;
    private long read;

    CountedInput(ServletInputStream body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        var next = body.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var count = body.read(target, offset, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    private void count(int bytes) throws IOException {
        read += bytes;
        if (read > limit) {
            throw new BodyTooLargeException(limit);
        }
    }
}
