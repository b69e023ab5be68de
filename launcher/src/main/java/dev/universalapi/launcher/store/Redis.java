package dev.universalapi.launcher.store;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The Redis of one installation: listens on this machine alone, wants a password, and keeps what it holds over a clean
/// restart.
public final class Redis {
    private static final String NAME = "redis";
    private static final String PROCESS = "process_id:";
    private static final int LIMIT_MILLIS = 2_000;

    /// Ctrl-C reaches all processes of a terminal at once, and Redis would heed it though it is told not to: it is
    /// put into a session of its own, which leaves it its number.
    private static final String APART = """
            if command -v setsid >/dev/null 2>&1; then exec setsid "$@"; fi
            if command -v perl >/dev/null 2>&1; then exec perl -e 'setpgrp(0, 0); exec @ARGV' "$@"; fi
            exec "$@"
            """;

    private final Home home;

    public Redis(Home home) {
        this.home = home;
    }

    /// Unpacks it; why it cannot run on this machine, half a sentence.
    public Optional<String> complaint() {
        return complaint(Binary.system());
    }

    Optional<String> complaint(String system) {
        return binary(system)
                .map(binary -> {
                    binary.unpack();
                    try {
                        binary.version();
                        return Optional.<String>empty();
                    } catch (IOException e) {
                        return Optional.of("does not run on this machine (" + e.getMessage() + ")");
                    }
                })
                .orElseGet(() -> Optional.of("is not there for " + system));
    }

    private Optional<Binary> binary(String system) {
        return Binary.redis(system, home.apps().resolve(NAME));
    }

    /// How it is started; its settings are written for it. The password is in a file that is its owner's alone.
    public List<String> command(int port) {
        var binary = binary(Binary.system()).orElseThrow(() -> new LauncherException("there is no Redis here"));
        return List.of(
                "sh", "-c", APART, NAME, binary.file().toString(), written(port).toString());
    }

    private Path written(int port) {
        var data = home.data(NAME);
        var file = data.resolve("redis.conf");
        try {
            Files.createDirectories(data);
            Identity.write(file, settings(port, password(), data));
            return file.toAbsolutePath();
        } catch (IOException e) {
            throw new LauncherException(
                    "%s cannot be written (%s); give it to your user".formatted(file, LauncherException.why(e)), e);
        }
    }

    /// What it is for can be had again or does without, so it is saved every five minutes and at its end, not at
    /// each write. When memory is short, what was not used for longest goes first, and of that alone which expires
    /// anyway: caches and receipts before counts, which are used at every call, and told again each minute.
    private static String settings(int port, String password, Path data) {
        return """
            # written at each start
            bind 127.0.0.1
            port %d
            requirepass %s
            dir "%s"
            save 300 1
            appendonly no
            stop-writes-on-bgsave-error no
            databases 1
            maxmemory 256mb
            maxmemory-policy volatile-lru
            maxmemory-samples 10
            daemonize no
            """.formatted(port, password, quoted(data.toAbsolutePath().toString()));
    }

    private String password() throws IOException {
        return Files.readString(new Identity(home.identity()).redisPassword()).strip();
    }

    private static String quoted(String path) {
        return path.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /// Whether the one that answers there has our password and is that process: another may have been left behind.
    public boolean answers(int port, long pid) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            var ask = "AUTH " + password() + "\r\nINFO server\r\nQUIT\r\n";
            socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
            var said = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var line = said.readLine();
            while (line != null && !line.startsWith(PROCESS)) {
                line = said.readLine();
            }
            return line != null && line.equals(PROCESS + pid);
        }
    }
}
