package dev.universalapi.bench.kind;

import dev.universalapi.bench.stage.LoneParts;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Child;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A gateway, a host of one operation of each kind, and the world that its two providers are in.
final class Workshop implements AutoCloseable {
    private static final String ADDRESS = "http://127.0.0.1:";
    private static final Pattern DROPPED = Pattern.compile("(?m)^provider_streams_dropped_total\\S* (\\S+)$");

    private final World world;
    private final Child host;
    private final Child gateway;
    private final URI address;
    private final String key;
    private final Caller caller;
    private final Caller metrics;

    private Workshop(World world, Child host, Child gateway, URI address, String key, URI management) {
        this.world = world;
        this.host = host;
        this.gateway = gateway;
        this.address = address;
        this.key = key;
        this.caller = new Caller(address, Map.of("Authorization", "Bearer " + key));
        this.metrics = new Caller(management, Map.of());
    }

    /// Starts all three.
    ///
    /// @param streams how many may be under way at once at one provider
    static Workshop open(Path project, Path folder, int streams) throws IOException, InterruptedException {
        var ports = new Ports();
        var identity = new Identity(Files.createDirectories(folder.resolve("identity")));
        identity.prepare();
        var parts = new LoneParts(project, folder);
        var upstream = ports.any();
        var hosting = ports.any();
        var management = ports.any();
        var edge = ports.any();
        var world = new World(upstream);
        Child host = null;
        try {
            host = host(parts, identity, upstream, hosting, management, streams);
            var gateway = parts.gateway(edge, ports.any(), hosting, identity, "/api/catalogue");
            var home = URI.create(ADDRESS + edge);
            return new Workshop(world, host, gateway, home, identity.bootstrapKey(), URI.create(ADDRESS + management));
        } catch (IOException | InterruptedException | RuntimeException e) {
            world.close();
            if (host != null) {
                host.close();
            }
            throw e;
        }
    }

    private static Child host(LoneParts parts, Identity identity, int upstream, int port, int management, int streams)
            throws IOException, InterruptedException {
        var command =
                LoneParts.java("-Dbench.log=WARN", "-cp", parts.lay("bench").toString(), KindHost.class.getName());
        command.addAll(List.of(
                "--spring.application.name=kind-host",
                "--spring.cloud.config.enabled=false",
                "--server.port=" + port,
                "--management.server.port=" + management,
                "--" + KindHost.CATALOGUE + "=" + catalogue(parts.folder().resolve("catalogue")),
                "--universal.security.jwks=" + identity.jwks().toUri(),
                "--universal.providers.mode=sandbox",
                "--universal.providers.sandbox=" + ADDRESS + upstream,
                "--universal.live.standing.first-permits=" + streams,
                "--universal.live.standing.most-permits=" + streams));
        return Child.start(
                command,
                parts.folder().resolve("host.log"),
                URI.create(ADDRESS + management + "/actuator/health/readiness"));
    }

    private static Path catalogue(Path folder) throws IOException {
        for (var id : List.of("first", "second")) {
            Files.writeString(Files.createDirectories(folder.resolve(id)).resolve("provider.yml"), """
                    name: %1$s
                    home: https://%1$s.example
                    terms: { commercial: allowed, cache: true }
                    base: https://%1$s.example
                    auth: none
                    operations:
                      kind/tale:
                        adapter: TaleAdapter
                      kind/picture:
                        get: /picture
                        query: { how: "{how}" }
                        reads: binary
                      kind/letter:
                        post: /letter
                        json: { to: "{to}" }
                        answer: { number: /number }
                    """.formatted(id));
        }
        return folder;
    }

    World world() {
        return world;
    }

    /// The gateway, with the key.
    Caller caller() {
        return caller;
    }

    /// Where the gateway is.
    URI address() {
        return address;
    }

    String key() {
        return key;
    }

    long hostPid() {
        return host.process().pid();
    }

    long gatewayPid() {
        return gateway.process().pid();
    }

    /// How many readers the host has dropped.
    double dropped() throws IOException, InterruptedException {
        var found = DROPPED.matcher(metrics.get("/actuator/prometheus").text());
        return found.find() ? Double.parseDouble(found.group(1)) : -1;
    }

    @Override
    public void close() {
        caller.close();
        metrics.close();
        gateway.close();
        host.close();
        world.close();
    }
}
