package dev.universalapi.egress;

import dev.universalapi.egress.EgressException.Kind;
import dev.universalapi.egress.Pump.Broken;
import dev.universalapi.egress.Pump.Bytes;
import dev.universalapi.egress.Pump.End;
import dev.universalapi.egress.Pump.Head;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An answer that is read while it comes. For one thread; closing it ends the exchange at once.
public final class EgressStream implements AutoCloseable {
    private final Pump pump;
    private final Head head;
    private final Limits limits;
    private final EgressLimits whole;
    private final long begun;
    private final Pieces body = new Pieces();
    private long until;
    private boolean over;

    /// How long and how large an answer may be that is read while it comes.
    ///
    /// @param idle the longest silence
    /// @param total from the request to the last byte
    /// @param bytes of the body
    public record Limits(Duration idle, Duration total, long bytes) {
        /// For answers that take minutes to be made.
        public static final Limits DEFAULT = new Limits(Duration.ofSeconds(30), Duration.ofMinutes(10), 256L << 20);
    }

    /// A stream ended before its end.
    public static final class BrokenException extends IOException {
        private static final long serialVersionUID = 1L;

        private final EgressException.Kind kind;

        BrokenException(EgressException cause) {
            super(cause.getMessage(), cause);
            this.kind = cause.kind();
        }

        public EgressException.Kind kind() {
            return kind;
        }
    }

    private EgressStream(Pump pump, Head head, Limits limits, EgressLimits whole, long begun, long until) {
        this.pump = pump;
        this.head = head;
        this.limits = limits;
        this.whole = whole;
        this.begun = begun;
        this.until = until;
    }

    /// Waits for the head of an answer, at most for the request's own time.
    static EgressStream open(Wire wire, EgressRequest request, Limits limits, EgressLimits whole)
            throws EgressException {
        var begun = System.nanoTime();
        var pump = new Pump(wire, request, limits);
        pump.start();
        var silence = "no answer within " + request.timeout().toMillis() + " ms";
        return switch (pump.next(request.timeout().toNanos(), silence)) {
            case Head head ->
                new EgressStream(
                        pump,
                        head,
                        limits,
                        whole,
                        begun,
                        begun + request.timeout().toNanos());
            case Broken(var why) -> throw why;
            case Bytes _, End _ -> throw new IllegalStateException("an answer without a head");
        };
    }

    /// As received; 3xx is not followed.
    public int status() {
        return head.status();
    }

    /// The first value of a header, by any case of its name.
    public Optional<String> header(String name) {
        return head.headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /// By lower-case name, in the order received.
    public Map<String, List<String>> headers() {
        return head.headers();
    }

    /// The body as it comes. Until [#stayOpen] it ends with the time of the request, then with the limits of the
    /// stream; what ends it too soon is a [BrokenException].
    public InputStream body() {
        return body;
    }

    /// From now on the limits of the stream hold, instead of the request's time.
    public void stayOpen() {
        until = begun + limits.total().toNanos();
    }

    /// The rest of the answer, as one that is not read while it comes.
    ///
    /// @throws EgressException if it is not whole in the request's time, or too large
    public EgressResponse whole() throws EgressException {
        try {
            var bytes = Body.read(body, whole.compressedBytes());
            for (var encoding : head.headers().getOrDefault("content-encoding", List.of())) {
                bytes = Body.decode(bytes, encoding, whole.responseBytes());
            }
            return new EgressResponse(head.status(), head.headers(), bytes);
        } catch (BrokenException e) {
            throw new EgressException(e.kind(), String.valueOf(e.getMessage()), true);
        } catch (IOException e) {
            throw new EgressException(Kind.BROKEN_ANSWER, String.valueOf(e.getMessage()), true);
        }
    }

    @Override
    public void close() {
        if (!over) {
            over = true;
            var _ = pump.abandon();
        }
    }

    private final class Pieces extends InputStream {
        private byte[] piece = new byte[0];
        private int at;
        private @Nullable BrokenException broken;

        @Override
        public int read() throws IOException {
            return fill() ? piece[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            var count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, target, offset, count);
            at += count;
            return count;
        }

        private boolean fill() throws IOException {
            while (at == piece.length) {
                if (broken != null) {
                    throw broken;
                }
                if (over) {
                    return false;
                }
                var idle = limits.idle();
                var left = Math.min(idle.toNanos(), until - System.nanoTime());
                switch (pump.next(Math.max(0, left), silence(left < idle.toNanos()))) {
                    case Bytes(var bytes) -> {
                        piece = bytes;
                        at = 0;
                    }
                    case End _ -> over = true;
                    case Broken(var why) -> {
                        over = true;
                        broken = new BrokenException(why);
                    }
                    case Head _ -> throw new IllegalStateException("a second head");
                }
            }
            return true;
        }

        private String silence(boolean timeIsUp) {
            return timeIsUp
                    ? "the time of the stream was up"
                    : "silent for " + Duration.ofNanos(limits.idle().toNanos()).toSeconds() + " s";
        }
    }
}
