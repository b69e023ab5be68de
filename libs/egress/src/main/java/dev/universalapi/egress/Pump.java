package dev.universalapi.egress;

import dev.universalapi.egress.EgressException.Kind;
import dev.universalapi.egress.Wire.Sending;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/// Carries an answer from its connection to whoever reads it, piece by piece on a thread of its own: so that every
/// wait of the reader ends on time and at an interrupt, whatever the connection is blocked in. It holds a few pieces
/// and no more; a reader that is slower than the sender slows the sender down.
final class Pump {
    private static final int PIECE = 8 * 1024;
    private static final int PIECES = 4;

    private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(PIECES);
    private final Sending sending = new Sending();
    private final Wire wire;
    private final EgressRequest request;
    private final HttpUriRequestBase message;
    private final long most;
    private final Thread thread;

    /// What comes through.
    sealed interface Piece {}

    /// The head, always first.
    record Head(int status, Map<String, List<String>> headers) implements Piece {}

    /// Some of the body.
    record Bytes(byte[] bytes) implements Piece {}

    /// The body is whole.
    record End() implements Piece {}

    /// There will be no more.
    record Broken(EgressException why) implements Piece {}

    Pump(Wire wire, EgressRequest request, EgressStream.Limits limits) {
        this.wire = wire;
        this.request = request;
        this.message = wire.streaming(request, limits.total());
        this.most = limits.bytes();
        this.thread = Thread.ofVirtual().name("egress-stream").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// The next piece, or what keeps it from coming.
    Piece next(long nanos, String silence) {
        try {
            var piece = pieces.poll(nanos, TimeUnit.NANOSECONDS);
            return piece == null ? new Broken(new EgressException(Kind.TIMEOUT, silence, abandon())) : piece;
        } catch (InterruptedException _) {
            var sent = abandon();
            Thread.currentThread().interrupt();
            return new Broken(new EgressException(Kind.CANCELLED, "the caller left", sent));
        }
    }

    /// Ends the exchange where it is.
    ///
    /// @return whether the request had left
    boolean abandon() {
        var sent = sending.giveUp();
        // closing a connection may block in turn
        Thread.ofVirtual().name("egress-abort").start(() -> {
            message.abort();
            thread.interrupt();
        });
        return sent;
    }

    private void run() {
        try {
            pieces.put(pump());
        } catch (InterruptedException _) {
            message.abort();
        }
    }

    private Piece pump() throws InterruptedException {
        try (var response = wire.open(message, request.uri(), sending)) {
            pieces.put(new Head(response.getCode(), Wire.headers(response)));
            if (response.getEntity() != null) {
                carry(response.getEntity().getContent());
            }
            return new End();
        } catch (BodyException e) {
            message.abort();
            return new Broken(e.told(request));
        } catch (IOException | RuntimeException e) {
            return new Broken(Failure.of(e, request, sending.begun()));
        }
    }

    private void carry(InputStream body) throws BodyException, InterruptedException {
        var read = 0L;
        var piece = new byte[PIECE];
        try {
            for (var count = body.read(piece); count >= 0; count = body.read(piece)) {
                read += count;
                if (read > most) {
                    throw new IOException("the stream is larger than " + most + " bytes");
                }
                pieces.put(new Bytes(Arrays.copyOf(piece, count)));
            }
        } catch (IOException e) {
            throw new BodyException(e);
        }
    }

    /// The answer began and broke off.
    private static final class BodyException extends Exception {
        private static final long serialVersionUID = 1L;

        BodyException(IOException cause) {
            super(cause.getMessage(), cause);
        }

        EgressException told(EgressRequest request) {
            var why = Redaction.redact(String.valueOf(getMessage()), request.secrets());
            return new EgressException(Kind.BROKEN_ANSWER, why, true);
        }
    }
}
