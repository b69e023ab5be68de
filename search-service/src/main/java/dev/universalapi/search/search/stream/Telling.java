package dev.universalapi.search.search.stream;

import dev.universalapi.platform.web.Departures;
import dev.universalapi.search.search.stream.Sessions.Place;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// Sends the events of a session to one reader, from where that one was.
public final class Telling {
    // browsers come back on their own: soon enough to find their search still going on
    private static final byte[] RETRY = "retry: 1000\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Departures departures;
    private final Duration heartbeat;
    private final Duration patience;

    /// @param heartbeat the longest silence towards a reader
    /// @param patience how long a reader may take nothing
    public Telling(Departures departures, Duration heartbeat, Duration patience) {
        this.departures = departures;
        this.heartbeat = heartbeat;
        this.patience = patience;
    }

    /// Sends them to the last.
    ///
    /// @throws IOException if the reader is gone, or too slow
    public void send(Place from, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store, no-transform");
        response.setHeader("X-Accel-Buffering", "no");
        var out = response.getOutputStream();
        from.session().enter();
        try {
            departures.whileReading(patience, () -> follow(from, out));
        } finally {
            from.session().leave();
        }
    }

    private void follow(Place from, OutputStream out) throws IOException {
        var session = from.session();
        long at = from.after();
        out.write(RETRY);
        while (!session.endsAt(at)) {
            long read = at;
            if (session.forgot(read)) {
                throw new EOFException("the stream was read too slowly");
            }
            var events = departures.whilePresent(() -> next(session, read));
            if (Thread.currentThread().isInterrupted()) {
                throw new EOFException("the reader left");
            }
            if (events.isEmpty() && !session.endsAt(at)) {
                out.write(HEARTBEAT);
            }
            for (var event : events) {
                write(session.id(), event, out);
                at = event.number();
            }
            out.flush();
        }
    }

    private List<Session.Event> next(Session session, long after) {
        try {
            return session.after(after, heartbeat);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static void write(String session, Session.Event event, OutputStream out) throws IOException {
        out.write("event: %s\nid: %s.%d\ndata: "
                .formatted(event.name(), session, event.number())
                .getBytes(StandardCharsets.US_ASCII));
        out.write(event.json());
        out.write('\n');
        out.write('\n');
    }
}
