package dev.universalapi.host.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Reads what auth-service tells of changes: the stream `uapi:identity`, on a connection of its own. Who could have
/// missed something, at each new connection, is told to forget everything.
public final class IdentityFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityFeed.class);
    private static final byte[] STREAM = "uapi:identity".getBytes(StandardCharsets.US_ASCII);
    private static final String BEGINNING = "0-0";
    private static final Duration BLOCK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofMillis(500);
    private static final int STRIDE = 500;

    private final RedisProperties properties;
    private final List<Listener> listeners;
    private volatile boolean connected;
    private @Nullable CountDownLatch closed;

    /// Hears of changes, on the reader's thread.
    public interface Listener {
        /// Something of this kind was changed: `credential`, named `organisation/provider`.
        void changed(String kind, String id);

        /// Something may have been missed.
        void forgetAll();

        /// Where it is known, from then on, whether changes are heard of at once.
        void hearBy(BooleanSupplier whether);
    }

    /// Without an address it hears nothing.
    public IdentityFeed(RedisProperties properties, List<Listener> listeners) {
        this.properties = properties;
        this.listeners = List.copyOf(listeners);
    }

    /// Whether changes are heard of at once.
    public boolean isConnected() {
        return connected;
    }

    @Override
    public synchronized void start() {
        listeners.forEach(listener -> listener.hearBy(this::isConnected));
        var uri = properties.uri();
        if (uri != null && closed == null) {
            var end = new CountDownLatch(1);
            closed = end;
            Thread.ofVirtual().name("identity feed").start(() -> run(uri, end));
        }
    }

    @Override
    public synchronized void stop() {
        if (closed != null) {
            closed.countDown();
            closed = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return closed != null;
    }

    private void run(URI uri, CountDownLatch end) {
        try (var connection = new Connection(uri, properties, STRIDE)) {
            do {
                if (connection.open().isEmpty()) {
                    connection.commands().ifPresent(redis -> follow(redis, end));
                }
            } while (!end.await(REST.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    // what came before the last entry was changed before everything is forgotten; what comes after it is read
    private void follow(RedisAsyncCommands<byte[], byte[]> redis, CountDownLatch end) {
        try {
            var last = last(redis);
            listeners.forEach(Listener::forgetAll);
            connected = true;
            while (end.getCount() > 0) {
                for (var entry : next(redis, last)) {
                    last = entry.getId();
                    tell(entry);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RedisException away) {
            LOG.atWarn()
                    .addKeyValue("why", away.toString())
                    .log("Changes are not heard of; what is known is kept shorter");
        } finally {
            connected = false;
        }
    }

    private static String last(RedisAsyncCommands<byte[], byte[]> redis)
            throws InterruptedException, ExecutionException, TimeoutException {
        var newest = told(redis.xrevrange(STREAM, Range.unbounded(), Limit.from(1)));
        return newest.isEmpty() ? BEGINNING : newest.getFirst().getId();
    }

    @SuppressWarnings("unchecked") // one stream makes an array of one
    private static List<StreamMessage<byte[], byte[]>> next(RedisAsyncCommands<byte[], byte[]> redis, String last)
            throws InterruptedException, ExecutionException, TimeoutException {
        var args = XReadArgs.Builder.block(BLOCK).count(STRIDE);
        return told(redis.xread(args, XReadArgs.StreamOffset.from(STREAM, last)));
    }

    private static <T> T told(RedisFuture<T> answer) throws InterruptedException, ExecutionException, TimeoutException {
        return answer.toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tell(StreamMessage<byte[], byte[]> entry) {
        var fields = new HashMap<String, String>();
        entry.getBody()
                .forEach((name, value) -> fields.put(
                        new String(name, StandardCharsets.UTF_8), new String(value, StandardCharsets.UTF_8)));
        var kind = fields.getOrDefault("kind", "");
        var id = fields.getOrDefault("id", "");
        listeners.forEach(listener -> listener.changed(kind, id));
    }
}
