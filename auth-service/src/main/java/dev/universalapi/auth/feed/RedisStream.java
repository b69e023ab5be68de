package dev.universalapi.auth.feed;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.XAddArgs;
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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The stream `uapi:identity`, from which every gateway reads. It does not mend its connection: whoever tells opens the
/// next one, so that nothing is ever sent twice unseen.
final class RedisStream implements ChangeStream, AutoCloseable {
    static final String NAME = "uapi:identity";

    private static final long KEPT = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int THREADS = 2;

    private final ClientResources resources;
    private final RedisClient client;
    private final RedisURI address;
    private final @Nullable Path passwordFile;
    private @Nullable StatefulRedisConnection<String, String> connection;

    /// @param uri that of the properties
    RedisStream(URI uri, RedisProperties properties) {
        this.resources = DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .build();
        this.address = RedisURI.create(uri);
        address.setTimeout(PATIENCE);
        this.passwordFile = properties.passwordFile();
        this.client = RedisClient.create(resources, address);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(PATIENCE)
                        .keepAlive(true)
                        .build())
                .sslOptions(properties.ssl())
                .timeoutOptions(TimeoutOptions.create())
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .build());
    }

    @Override
    public void add(List<Change> changes) throws ExecutionException, TimeoutException, InterruptedException {
        var redis = open().async();
        var added = new CompletableFuture<?>[changes.size()];
        for (int i = 0; i < added.length; i++) {
            var change = changes.get(i);
            added[i] = redis.xadd(
                            NAME,
                            XAddArgs.Builder.maxlen(KEPT).approximateTrimming(),
                            Map.of("kind", change.kind(), "id", change.subject()))
                    .toCompletableFuture();
        }
        try {
            CompletableFuture.allOf(added).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unknown) {
            leave();
            throw unknown;
        }
    }

    private StatefulRedisConnection<String, String> open()
            throws ExecutionException, TimeoutException, InterruptedException {
        var open = connection;
        if (open != null && open.isOpen()) {
            return open;
        }
        leave();
        try {
            if (passwordFile != null) {
                address.setAuthentication(Files.readString(passwordFile).strip());
            }
        } catch (IOException unreadable) {
            throw new ExecutionException("the password of Redis cannot be read", unreadable);
        }
        var opening = client.connectAsync(StringCodec.UTF8, address).toCompletableFuture();
        try {
            var opened = opening.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            connection = opened;
            return opened;
        } catch (TimeoutException late) {
            opening.thenAccept(StatefulRedisConnection::closeAsync);
            throw late;
        }
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
        client.shutdown(Duration.ZERO, PATIENCE);
        resources.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly(PATIENCE.toMillis());
    }
}
