package dev.universalapi.gateway.limit.redis;

import dev.universalapi.gateway.redis.RedisProperties;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One connection at a time. It does not mend itself: whoever watches over it opens the next, so that no command is
/// ever sent twice or waits for a connection.
final class Connection implements AutoCloseable {
    private static final Duration OPENING = Duration.ofSeconds(1);
    private static final Duration CLOSING = Duration.ofSeconds(1);
    private static final int THREADS = 2;
    private static final String RUN = "run_id:";

    private final ClientResources resources;
    private final RedisClient client;
    private final RedisURI address;
    private final Optional<Path> passwordFile;
    private volatile @Nullable StatefulRedisConnection<byte[], byte[]> current;
    private volatile String run = "";
    private volatile @Nullable EventLoop loop;

    /// @param uri that of the properties
    Connection(URI uri, RedisProperties properties, int waiting) {
        this.resources = DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .nettyCustomizer(new NettyCustomizer() {
                    @Override
                    public void afterChannelInitialized(Channel channel) {
                        loop = channel.eventLoop();
                    }
                })
                .build();
        this.address = RedisURI.create(uri);
        address.setTimeout(OPENING);
        this.passwordFile = Optional.ofNullable(properties.passwordFile());
        this.client = RedisClient.create(resources, address);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(waiting)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(OPENING)
                        .keepAlive(true)
                        .build())
                .sslOptions(properties.ssl())
                .timeoutOptions(TimeoutOptions.create())
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .build());
    }

    /// What commands are given to; none while there is no connection.
    Optional<RedisAsyncCommands<byte[], byte[]>> commands() {
        var open = current;
        return open == null || !open.isOpen() ? Optional.empty() : Optional.of(open.async());
    }

    /// Whether its thread has not yet done what it was given when this was asked last, or has commands to send. It
    /// sends before it reads, for up to a second, so that answers of Redis may wait in this process.
    boolean isBehind() {
        if (!(loop instanceof SingleThreadEventExecutor thread) || thread.isShuttingDown()) {
            return false;
        }
        var behind = thread.pendingTasks() > 0;
        thread.execute(() -> {});
        return behind;
    }

    /// Gives up this one: what was not answered fails.
    void leave() {
        close(current);
        current = null;
    }

    /// Opens the next one; says why it could not be.
    Optional<String> open() throws InterruptedException {
        leave();
        try {
            if (passwordFile.isPresent()) {
                address.setAuthentication(Files.readString(passwordFile.get()).strip());
            }
        } catch (IOException e) {
            return Optional.of("its password cannot be read: " + e);
        }
        var opening = client.connectAsync(ByteArrayCodec.INSTANCE, address);
        try {
            var opened = opening.toCompletableFuture().get(2 * OPENING.toMillis(), TimeUnit.MILLISECONDS);
            var told = opened.async()
                    .info("server")
                    .toCompletableFuture()
                    .handle((text, _) -> text == null ? "" : text) // one that may not say it is told apart by nothing
                    .get(OPENING.toMillis(), TimeUnit.MILLISECONDS);
            run = run(told);
            current = opened;
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(reason(e));
        } catch (TimeoutException _) {
            opening.toCompletableFuture().whenComplete((late, _) -> close(late));
            return Optional.of("it does not answer");
        }
    }

    /// Which run of Redis it is connected to.
    String run() {
        return run;
    }

    private static String run(String told) {
        return told.lines()
                .filter(line -> line.startsWith(RUN))
                .findFirst()
                .map(line -> line.substring(RUN.length()))
                .orElse("unknown");
    }

    /// The innermost message: the outer ones say that something failed.
    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static void close(@Nullable StatefulRedisConnection<byte[], byte[]> connection) {
        if (connection != null) {
            connection.closeAsync();
        }
    }

    @Override
    public void close() {
        close(current);
        client.shutdown(Duration.ZERO, CLOSING);
        resources.shutdown(0, CLOSING.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly(CLOSING.toMillis());
    }
}
