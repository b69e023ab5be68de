package dev.universalapi.launcher.suite;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether this machine reaches the outside world, that is, any of the providers' hosts.
///
/// @param hosts a few of them
public record WayOut(List<String> hosts) {
    private static final Pattern BASE = Pattern.compile("(?m)^base: https://([a-z0-9.-]+)");
    private static final int ENOUGH = 6;
    private static final int HTTPS = 443;
    private static final Duration LIMIT = Duration.ofSeconds(2);

    /// Of the hosts that the catalogue's manifests declare.
    public static WayOut of(Path project) {
        try (var manifests = Files.list(project.resolve("providers/catalogue"))) {
            return new WayOut(manifests
                    .sorted()
                    .map(folder -> folder.resolve("provider.yml"))
                    .filter(Files::exists)
                    .flatMap(WayOut::declared)
                    .distinct()
                    .limit(ENOUGH)
                    .toList());
        } catch (IOException _) {
            return new WayOut(List.of());
        }
    }

    private static Stream<String> declared(Path manifest) {
        try {
            return BASE.matcher(Files.readString(manifest)).results().map(result -> result.group(1));
        } catch (IOException _) {
            return Stream.empty();
        }
    }

    /// Live if any host takes a connection within two seconds.
    public Mode.Choice choose() {
        if (hosts.isEmpty()) {
            return new Mode.Choice(Mode.SANDBOX, "no provider is declared");
        }
        try (var probes = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = probes.submit(() -> probes.invokeAny(
                    hosts.stream()
                            .<Callable<String>>map(host -> () -> reach(host))
                            .toList(),
                    LIMIT.toMillis(),
                    TimeUnit.MILLISECONDS));
            return new Mode.Choice(Mode.LIVE, first.get() + " can be reached");
        } catch (ExecutionException e) {
            var slow = e.getCause() instanceof TimeoutException;
            return new Mode.Choice(
                    Mode.SANDBOX,
                    "none of %s %s"
                            .formatted(String.join(", ", hosts), slow ? "answers within 2 s" : "can be reached"));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Mode.Choice(Mode.SANDBOX, "the look outside was interrupted");
        }
    }

    private static String reach(String host) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, HTTPS), (int) LIMIT.toMillis());
            return host;
        }
    }
}
