package dev.universalapi.gateway.identity.feed;

import io.lettuce.core.RedisException;
import io.lettuce.core.StreamMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the stream of changes and tells whoever remembers. Away from the event loops, on a thread of its own.
///
/// Where it has to connect again it goes on from the last change it saw, if the stream still has that one; if not,
/// changes may have been missed.
final class ChangeFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final Optional<ChangeStream> stream;
    private final FeedState state;
    private final List<Remembers> listeners;
    private final FeedFigures figures;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;
    private @Nullable String last;
    private boolean told;

    /// @param stream none where there is no Redis; then nothing is ever heard
    ChangeFeed(Optional<ChangeStream> stream, FeedState state, List<Remembers> listeners, FeedFigures figures) {
        this.stream = stream;
        this.state = state;
        this.listeners = List.copyOf(listeners);
        this.figures = figures;
    }

    void start() {
        thread = stream.map(from -> Thread.ofVirtual().name("identity feed").start(() -> run(from)))
                .orElse(null);
    }

    private void run(ChangeStream from) {
        try {
            do {
                try {
                    listen(from);
                } catch (RedisException | IOException | ExecutionException | TimeoutException away) {
                    away(away);
                } catch (RuntimeException broken) { // whatever it is, to hear nothing any more would be worse
                    last = null;
                    away(broken);
                }
            } while (!closed.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            state.connected(false);
            from.close();
        }
    }

    private void listen(ChangeStream from)
            throws IOException, ExecutionException, TimeoutException, InterruptedException {
        from.open();
        var at = begin(from);
        while (closed.getCount() > 0) {
            at = read(from, at, from.awaitAfter(at));
        }
    }

    /// Until all is heard that was told meanwhile, the feed does not count as connected.
    private String begin(ChangeStream from) throws ExecutionException, TimeoutException, InterruptedException {
        var at = last;
        if (at == null) {
            at = from.youngest();
            listeners.forEach(Remembers::missed);
        } else if (!from.has(at)) {
            at = from.youngest();
            miss();
        }
        for (var missed = from.after(at); !missed.isEmpty(); missed = from.after(at)) {
            at = read(from, at, missed);
        }
        last = at;
        state.connected(true);
        told = false;
        LOG.atInfo().addKeyValue("from", at).log("changes of identity are heard of");
        return at;
    }

    private String read(ChangeStream from, String at, List<StreamMessage<String, String>> entries)
            throws ExecutionException, TimeoutException, InterruptedException {
        if (entries.size() == ChangeStream.BATCH && !from.has(at)) {
            miss(); // so slow that what came next may have been cut off
        }
        for (var entry : entries) {
            Change.of(entry.getBody()).ifPresent(this::tell);
        }
        var now = entries.isEmpty() ? at : entries.getLast().getId();
        last = now;
        return now;
    }

    private void tell(Change change) {
        figures.change(change.kind());
        listeners.forEach(listener -> listener.changed(change));
    }

    private void miss() {
        figures.gap();
        listeners.forEach(Remembers::missed);
    }

    private void away(Exception why) {
        state.connected(false);
        if (!told) {
            told = true;
            LOG.atWarn()
                    .addKeyValue("why", String.valueOf(why.getMessage()))
                    .log("changes of identity are not heard of; what is remembered counts for seconds only");
        }
    }

    @Override
    public void close() {
        closed.countDown();
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
