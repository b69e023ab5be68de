package dev.universalapi.testkit.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A real Redis, on a port of its own, with nothing kept on disk. It takes milliseconds to start, so that a test that
/// stops or empties it has one to itself.
///
/// ```java
/// try (var redis = RealRedis.start()) {
/// ```
public final class RealRedis implements AutoCloseable {
    private static final int TRIES = 5;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final int port;
    private @Nullable Running running;

    private RealRedis(int port) {
        this.port = port;
    }

    /// Starts one, and returns when it answers.
    public static RealRedis start() {
        var server = new RealRedis(freePort());
        server.resume();
        return server;
    }

    /// One that is not there yet; [#resume] starts it.
    public static RealRedis later() {
        return new RealRedis(freePort());
    }

    public URI uri() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    /// Starts it (again), empty.
    public void resume(String... settings) {
        var options = new ArrayList<>(List.of("--save", "", "--appendonly", "no", "--daemonize", "no"));
        options.addAll(List.of(settings));
        for (var tries = 1; !begins(options); tries++) {
            stop();
            if (tries == TRIES) {
                throw new IllegalStateException("Redis does not start on port " + port);
            }
        }
    }

    /// Whether it answers soon. Somebody else may have taken its port for a moment.
    private boolean begins(List<String> options) {
        var started = Images.areWanted() ? RedisContainer.start(port, options) : RedisProcess.start(port, options);
        running = started;
        var until = System.nanoTime() + SOON.toNanos();
        while (!answers()) {
            if (!started.isAlive() || System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            if (socket.getLocalPort() == port) { // nobody listens, and the system has connected it to itself
                return false;
            }
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// It takes connections and commands and answers none.
    public void freeze() {
        living().freeze();
    }

    /// It answers again, what was asked meanwhile too.
    public void thaw() {
        living().thaw();
    }

    private Running living() {
        return Objects.requireNonNull(running, "Redis does not run");
    }

    /// Ends it at once, as a crash would; what it held is lost.
    public void stop() {
        var living = running;
        running = null;
        if (living != null) {
            living.kill();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One life of it.
    interface Running {
        boolean isAlive();

        void freeze();

        void thaw();

        void kill();
    }
}
