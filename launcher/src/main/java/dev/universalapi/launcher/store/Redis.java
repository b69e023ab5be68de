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
import java.util.regex.Pattern;

/// The Redis of one installation: listens on this machine alone, wants a password, and keeps what it holds over a clean
/// restart.
public final class Redis implements Store {
    private static final String NAME = "redis";
    private static final String PROCESS = "process_id:";
    private static final int LIMIT_MILLIS = 2_000;

    /// What files are of that this Redis writes and reads; the next writes 10.
    private static final int FORMAT = 9;

    private static final int HEAD_BYTES = 9;

    private static final Pattern HEAD = Pattern.compile("REDIS(\\d{4})");

    private final Home home;

    public Redis(Home home) {
        this.home = home;
    }

    /// Unpacks it first.
    @Override
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

    @Override
    public void unpack(Path stores) {
        // it comes with the launcher itself
    }

    @Override
    public String loss() {
        return "each service keeps caches, counts and receipts for itself";
    }

    @Override
    public void refuseOtherData() {
        var file = home.data(NAME).resolve("dump.rdb");
        if (!Files.exists(file)) {
            return;
        }
        try (var dump = Files.newInputStream(file)) {
            var head = HEAD.matcher(new String(dump.readNBytes(HEAD_BYTES), StandardCharsets.US_ASCII));
            if (head.matches() && Integer.parseInt(head.group(1)) > FORMAT) {
                throw new LauncherException(
                        "%s is of format %s, which a Redis newer than %s wrote: start it with a checkout that brings one, or move that file away"
                                .formatted(
                                        file, head.group(1), Versions.brought().redis()));
            }
        } catch (IOException e) {
            throw new LauncherException(file + " cannot be read: " + LauncherException.why(e), e);
        }
    }

    /// The password is in a file that is its owner's alone.
    @Override
    public List<String> command(Place place) {
        var binary = binary(Binary.system()).orElseThrow(() -> new LauncherException("there is no Redis here"));
        return Apart.command(
                NAME, List.of(binary.file().toString(), written(place.port()).toString()));
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

    /// Ours has our password.
    @Override
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
