package dev.universalapi.bench.kind;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A reader by hand, who can be slow, or leave.
record Reader(Socket socket) implements AutoCloseable {
    private static final int LITTLE = 4096;

    static Reader open(Workshop workshop, String how) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(LITTLE);
        var address = workshop.address();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()));
        socket.getOutputStream()
                .write(
                        "GET /api/kind/tale?how=%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                                .formatted(how, address.getAuthority(), workshop.key())
                                .getBytes(StandardCharsets.US_ASCII));
        return new Reader(socket);
    }

    /// Reads until some text was there.
    void until(String text) throws IOException {
        var read = new StringBuilder();
        for (var next = read(); read.indexOf(text) < 0; next = read()) {
            if (next < 0) {
                throw new IOException("ended after " + read);
            }
            read.append((char) next);
        }
    }

    /// Whether the other side ends it in that time, whatever is still to be read.
    boolean ends(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    private int read() throws IOException {
        return socket.getInputStream().read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
