package dev.universalapi.host.stream;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Ending;
import dev.universalapi.engine.Meta;
import dev.universalapi.engine.kind.Sink;
import dev.universalapi.host.stream.Subscriber.Failed;
import dev.universalapi.host.stream.Subscriber.Item;
import dev.universalapi.host.stream.Subscriber.Left;
import dev.universalapi.host.stream.Subscriber.Over;
import dev.universalapi.host.stream.Subscriber.Part;
import dev.universalapi.host.stream.Subscriber.Silence;
import dev.universalapi.platform.problem.Problem;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.web.Departures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Sends streams: `event: part` for each part, then `event: done` with what is to be known about the answer, or
/// `event: error` with a problem. A stream never ends without one of the two, but for a reader whose connection is
/// closed because it takes nothing at all.
public final class EventStreams {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

    private final Departures departures;
    private final JsonMapper json;
    private final Pace pace;
    private final Counter dropped;

    /// The end of a stream, for its reader.
    record Done(Meta meta) {}

    public EventStreams(Departures departures, JsonMapper json, MeterRegistry meters, Pace pace) {
        this.departures = departures;
        this.json = json;
        this.pace = pace;
        this.dropped = Counter.builder("provider.streams.dropped")
                .description("Streams whose reader did not keep up")
                .register(meters);
    }

    /// Sends one stream to its end. The status is decided by the first part: before it nothing is sent.
    ///
    /// @param work makes the stream, on a thread of its own, which is interrupted when the reader leaves
    /// @param address and
    /// @param requestId as problems name them
    /// @throws ProblemException if there is no first part
    /// @throws IOException if the reader is gone
    public void send(
            Function<Sink<Record>, Ending> work, String address, String requestId, HttpServletResponse response)
            throws IOException {
        var subscriber = new Subscriber(pace, json::writeValueAsBytes, dropped::increment);
        var maker = Thread.ofVirtual().name("stream").start(() -> subscriber.end(made(work, subscriber)));
        try {
            var first = next(subscriber);
            while (first instanceof Silence) {
                first = next(subscriber);
            }
            refuse(first);
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store, no-transform");
            response.setHeader("X-Accel-Buffering", "no");
            send(first, subscriber, new Lines(response.getOutputStream(), address, requestId));
        } finally {
            subscriber.leave();
            end(maker);
        }
    }

    private static Item made(Function<Sink<Record>, Ending> work, Subscriber subscriber) {
        try {
            return new Over(work.apply(subscriber));
        } catch (RuntimeException e) {
            return new Failed(e);
        }
    }

    private Item next(Subscriber subscriber) {
        return subscriber.idle()
                ? departures.whilePresent(() -> subscriber.next(pace.heartbeat()))
                : subscriber.next(Duration.ZERO);
    }

    private static void refuse(Item first) throws IOException {
        switch (first) {
            case Over(Ending.Refused refused) ->
                throw new ProblemException(
                        refused.type(),
                        refused.detail(),
                        List.of(),
                        refused.receipt().attempts(),
                        refused.retryAfter());
            case Failed(var why) -> throw why;
            case Left _ -> throw new EOFException("the reader left");
            case Over _, Part _, Silence _ -> {}
        }
    }

    // who takes nothing for that long holds a thread and a connection, whether there is more for him or not
    private void send(Item first, Subscriber subscriber, Lines lines) throws IOException {
        try {
            departures.whileReading(pace.patience(), () -> follow(first, subscriber, lines));
        } catch (IOException e) {
            if (isSlow(e)) {
                subscriber.drop();
            }
            throw e;
        }
    }

    private static boolean isSlow(IOException thrown) {
        return Stream.iterate((Throwable) thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(SocketTimeoutException.class::isInstance);
    }

    private void follow(Item first, Subscriber subscriber, Lines lines) throws IOException {
        for (var item = first; lines.send(item); item = next(subscriber)) {
            if (subscriber.dropped()) {
                lines.tooSlow();
                return;
            }
            if (subscriber.idle()) {
                lines.flush();
            }
        }
    }

    private static void end(Thread maker) {
        maker.interrupt();
        try {
            var _ = maker.join(LONGEST_GOODBYE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Writes the events of one stream.
    private final class Lines {
        private final OutputStream out;
        private final String address;
        private final String requestId;
        private long id;

        Lines(OutputStream out, String address, String requestId) {
            this.out = out;
            this.address = address;
            this.requestId = requestId;
        }

        /// @return whether more may follow
        boolean send(Item item) throws IOException {
            switch (item) {
                case Part(var part) -> event("part", part);
                case Silence _ -> out.write(HEARTBEAT);
                case Over(Ending.Whole(var meta, var _)) -> event("done", json.writeValueAsBytes(new Done(meta)));
                case Over(Ending.Broken(var detail, var receipt)) ->
                    error(new ProblemException(ProblemType.STREAM_BROKEN, detail, List.of(), receipt.attempts(), null));
                case Over(Ending.Refused refused) -> error(new ProblemException(refused.type(), refused.detail()));
                case Failed(var why) -> {
                    LOG.atError().setCause(why).log("A stream broke for a reason nobody foresaw");
                    error(new ProblemException(
                            ProblemType.INTERNAL_ERROR,
                            "Something went wrong on our side; the request id leads to the cause."));
                }
                case Left _ -> throw new EOFException("the reader left");
            }
            var more = item instanceof Part || item instanceof Silence;
            if (!more) {
                out.flush();
            }
            return more;
        }

        void flush() throws IOException {
            out.flush();
        }

        /// For a reader who reads on, but too late.
        void tooSlow() throws IOException {
            error(new ProblemException(
                    ProblemType.STREAM_BROKEN, "The stream was read too slowly; its next parts are dropped."));
            out.flush();
        }

        private void error(ProblemException problem) throws IOException {
            event("error", Problem.of(problem, address, requestId).json());
        }

        private void event(String name, byte[] data) throws IOException {
            out.write(("event: " + name + "\nid: " + ++id + "\ndata: ").getBytes(StandardCharsets.US_ASCII));
            out.write(data);
            out.write('\n');
            out.write('\n');
        }
    }
}
