package dev.universalapi.gateway.identity.feed;

import dev.universalapi.gateway.redis.RedisProperties;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.Limit;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The stream of changes in Redis, over one connection that is used for nothing else. It does not mend itself: who
/// reads opens it again, and asks whether something was missed.
final class ChangeStream implements AutoCloseable {
    static final String NAME = "uapi:identity";
    /// At most so many changes come at once.
    static final int BATCH = 1_000;

    private static final String BEGINNING = "0-0";
    private static final Duration OPENING = Duration.ofSeconds(1);
    private static final Duration BLOCK = Duration.ofSeconds(1);
    /// Who is silent for longer while nothing has changed is not there.
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int THREADS = 2;

    private final ClientResources resources;
    private final RedisClient client;
    private final RedisURI address;
    private final Optional<Path> passwordFile;
    private @Nullable StatefulRedisConnection<String, String> connection;

    /// @param uri that of the properties
    ChangeStream(URI uri, RedisProperties properties) {
        this.resources = DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .build();
        this.address = RedisURI.create(uri);
        address.setTimeout(OPENING);
        this.passwordFile = Optional.ofNullable(properties.passwordFile());
        this.client = RedisClient.create(resources, address);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(OPENING)
                        .keepAlive(true)
                        .build())
                .sslOptions(properties.ssl())
                .timeoutOptions(TimeoutOptions.create())
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .build());
    }

    /// Connects anew.
    void open() throws IOException, ExecutionException, TimeoutException, InterruptedException {
        leave();
        if (passwordFile.isPresent()) {
            address.setAuthentication(Files.readString(passwordFile.get()).strip());
        }
        var opening = client.connectAsync(StringCodec.UTF8, address).toCompletableFuture();
        try {
            connection = opening.get(2 * OPENING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            opening.thenAccept(StatefulRedisConnection::closeAsync);
            throw late;
        }
    }

    /// The id of the youngest entry; one before all where there is none.
    String youngest() throws ExecutionException, TimeoutException, InterruptedException {
        var found = wait(connected().async().xrevrange(NAME, Range.unbounded(), Limit.from(1)));
        return found.isEmpty() ? BEGINNING : found.getFirst().getId();
    }

    /// Whether an entry is still there; then all that came after it is, too.
    boolean has(String id) throws ExecutionException, TimeoutException, InterruptedException {
        return !wait(connected().async().xrange(NAME, Range.create(id, id))).isEmpty();
    }

    /// What came after an entry; nothing if there is nothing yet.
    List<StreamMessage<String, String>> after(String id)
            throws ExecutionException, TimeoutException, InterruptedException {
        return read(XReadArgs.Builder.count(BATCH), id);
    }

    /// The same, but it waits up to a second for the first.
    List<StreamMessage<String, String>> awaitAfter(String id)
            throws ExecutionException, TimeoutException, InterruptedException {
        return read(XReadArgs.Builder.block(BLOCK).count(BATCH), id);
    }

    @SuppressWarnings("unchecked") // an array of one, for the driver's varargs
    private List<StreamMessage<String, String>> read(XReadArgs how, String id)
            throws ExecutionException, TimeoutException, InterruptedException {
        return wait(connected().async().xread(how, StreamOffset.from(NAME, id)));
    }

    private StatefulRedisConnection<String, String> connected() throws ExecutionException {
        var open = connection;
        if (open == null || !open.isOpen()) {
            throw new ExecutionException(new IOException("the connection is closed"));
        }
        return open;
    }

    private static <T> List<T> wait(RedisFuture<List<T>> answer)
            throws ExecutionException, TimeoutException, InterruptedException {
        return answer.toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void leave() {
        var left = connection;
        connection = null;
        if (left != null) {
            left.closeAsync();
        }
    }

    @Override
    public void close() {
        leave();
        client.shutdown(Duration.ZERO, OPENING);
        resources.shutdown(0, OPENING.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly(OPENING.toMillis());
    }
}
