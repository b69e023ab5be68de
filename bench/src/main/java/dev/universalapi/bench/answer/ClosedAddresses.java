package dev.universalapi.bench.answer;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.egress.Destination;
import dev.universalapi.egress.Egress;
import dev.universalapi.egress.EgressException;
import dev.universalapi.egress.EgressLimits;
import dev.universalapi.egress.EgressRequest;
import dev.universalapi.egress.guard.GuardedLookup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Of all the ways to make a server call an address that it must not call, none connects.
final class ClosedAddresses implements Scene {
    private static final Destination DECLARED = Destination.declared("https://api.example.com");

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Addresses that nothing may be sent to");
        var corpus = corpus(stage.project());
        var broken = new ArrayList<String>();
        var accepted = new AtomicInteger();
        try (var victim = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var egress = Egress.live(EgressLimits.DEFAULT)) {
            Thread.ofVirtual().start(() -> count(victim, accepted));
            for (var line : corpus) {
                var words = List.of(line.strip().split("\\s+", -1));
                var address = words.get(1).replace("{port}", String.valueOf(victim.getLocalPort()));
                attempt(egress, address, broken);
                if (words.size() > 2) {
                    resolve(words.subList(2, words.size()), broken);
                }
            }
            rebind(broken);
            report.checkAll("every address of the corpus is refused", corpus.size(), broken);
            report.check("none connects", accepted.get() == 0, accepted.get() + " connections");
        }
        redirect(report);
    }

    private static List<String> corpus(Path project) throws IOException {
        return Files.readAllLines(project.resolve("libs/egress/src/test/resources/ssrf-corpus.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static void attempt(Egress egress, String address, List<String> broken) {
        try {
            Destination.declared(address);
            broken.add(address + " can be declared");
        } catch (IllegalArgumentException _) {
            // as it should
        }
        try {
            egress.send(get(URI.create(address), DECLARED));
            broken.add(address + " was answered");
        } catch (EgressException e) {
            if (e.kind() != EgressException.Kind.FORBIDDEN_ADDRESS) {
                broken.add(address + " is " + e.kind());
            }
        } catch (IllegalArgumentException _) {
            // no request can hold it
        }
    }

    private static void resolve(List<String> answers, List<String> broken) {
        var addresses = answers.stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        try {
            new GuardedLookup(_ -> addresses, false).resolve("rebound.example.com");
            broken.add("a name that resolves to " + answers + " passes");
        } catch (UnknownHostException _) {
            // as it should
        }
    }

    private static void rebind(List<String> broken) throws UnknownHostException {
        var looks = new AtomicInteger();
        var guard = new GuardedLookup(
                _ -> new InetAddress[] {
                    InetAddress.ofLiteral(looks.getAndIncrement() == 0 ? "93.184.216.34" : "127.0.0.1")
                },
                false);
        guard.resolve("rebound.example.com");
        try {
            guard.resolve("rebound.example.com");
            broken.add("a name that turns private at the second look passes");
        } catch (UnknownHostException _) {
            // as it should
        }
    }

    private static void redirect(Report report) throws Exception {
        var followed = new AtomicInteger();
        try (var metadata = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var egress = Egress.live(EgressLimits.DEFAULT)) {
            Thread.ofVirtual().start(() -> count(metadata, followed));
            Thread.ofVirtual().start(() -> sendTo(server, metadata.getLocalPort()));
            var base = "http://127.0.0.1:" + server.getLocalPort();
            var response = egress.send(get(URI.create(base + "/"), Destination.byOperator(base)));
            report.check(
                    "a redirect to metadata is not followed",
                    response.status() == 302 && followed.get() == 0,
                    response.status() + ", " + followed.get() + " connections");
        }
    }

    private static EgressRequest get(URI address, Destination destination) {
        return new EgressRequest("GET", address, destination, Map.of(), new byte[0], Duration.ofSeconds(2), Set.of());
    }

    private static void count(ServerSocket server, AtomicInteger accepted) {
        try {
            while (true) {
                server.accept().close();
                accepted.incrementAndGet();
            }
        } catch (IOException _) {
            // closed at the end
        }
    }

    private static void sendTo(ServerSocket server, int port) {
        try (var caller = server.accept()) {
            caller.getOutputStream()
                    .write(
                            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:%d/latest/meta-data/\r\nContent-Length: 0\r\n\r\n"
                                    .formatted(port)
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            caller.getInputStream().read(new byte[4096]);
        } catch (IOException _) {
            // closed at the end
        }
    }
}
