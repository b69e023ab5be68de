package dev.universalapi.gateway.limit.redis;

import dev.universalapi.gateway.redis.RedisProperties;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/// A real Redis for tests, on a port of its own, with nothing kept on disk. It ends with this Java, however that ends.
public final class RedisServer implements AutoCloseable {
    /// The server's input stays open as long as this Java lives.
    private static final String TIED = "\"$@\" & child=$!; read -r _; kill -KILL $child";

    private final int port;
    private @Nullable Process shell;

    private RedisServer(int port) {
        this.port = port;
    }

    /// Starts one, and returns when it answers.
    public static RedisServer start() {
        var server = new RedisServer(freePort());
        server.resume();
        return server;
    }

    public URI uri() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    /// A link to it that waits long, for no test wants a machine that is too slow.
    public RedisLink link() {
        return link(Duration.ofSeconds(5));
    }

    /// A link to it that waits so long.
    public RedisLink link(Duration timeout) {
        return new RedisLink(new RedisProperties(uri(), null, timeout, 10_000), new SimpleMeterRegistry());
    }

    /// Starts it (again), empty.
    public void resume() {
        var started = run();
        shell = started;
        while (!answers()) {
            if (!started.isAlive()) {
                throw new IllegalStateException("Redis ended");
            }
            Thread.onSpinWait();
        }
    }

    private Process run() {
        try {
            return new ProcessBuilder(List.of(
                            "sh",
                            "-c",
                            TIED,
                            "redis",
                            Binary.FILE.toString(),
                            "--port",
                            String.valueOf(port),
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            "",
                            "--appendonly",
                            "no",
                            "--daemonize",
                            "no"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// It takes connections and commands and answers none.
    public void freeze() {
        signal("STOP");
    }

    /// It answers again, what was asked meanwhile too.
    public void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        var running = shell;
        if (running == null) {
            return;
        }
        running.descendants().forEach(child -> {
            try {
                new ProcessBuilder("kill", "-" + signal, String.valueOf(child.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Ends it at once, as a crash would; what it held is lost.
    public void stop() {
        var living = shell;
        shell = null;
        if (living == null) {
            return;
        }
        try {
            living.descendants().forEach(ProcessHandle::destroyForcibly);
            living.getOutputStream().close();
            living.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
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

    /// The program, unpacked once.
    private static final class Binary {
        private static final Path FILE = unpack();

        private static Path unpack() {
            try {
                var found = ExecutableProvider.newJarResourceProvider().get().toPath();
                var fresh = Files.createTempFile(Path.of("target"), "redis-server", ".new");
                Files.copy(found, fresh, StandardCopyOption.REPLACE_EXISTING);
                fresh.toFile().setExecutable(true);
                var file = Path.of("target", "redis-server");
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                return file.toAbsolutePath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
