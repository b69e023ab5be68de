package dev.universalapi.bench.stage;

import dev.universalapi.bench.trial.Child;
import dev.universalapi.launcher.build.Build;
import dev.universalapi.launcher.build.Layout;
import dev.universalapi.launcher.identity.Identity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Starts single parts of the suite without the others.
///
/// @param folder where they are laid out, and write their logs
public record LoneParts(Path project, Path folder) {
    private static final String SHIPPED = "classpath:dev/universalapi/gateway/identity/scopes.tsv";
    /// What only trials ask for; any key may.
    private static final String OWN_ROUTES = """
            GET\t/api/bench/hop\t-
            GET\t/api/kind/{operation}\t-
            POST\t/api/kind/{operation}\t-
            """;
    private static final List<String> FLAGS =
            List.of("-XX:+UseParallelGC", "-Xmx256m", "-Xss512k", "-XX:+UseCompactObjectHeaders");

    private static final String ACCOUNTS = "--universal.gateway.identity.service=";

    /// The beginning of a command that runs Java as all parts are run here: with 256 MiB of heap.
    public static List<String> java(String... what) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of(what));
        return command;
    }

    /// The jar of a module, laid out beside its libraries, from a fresh build.
    public Path lay(String module) {
        var build = new Build(project);
        build.ensure(List.of(module), _ -> {});
        return new Layout(folder).lay(module, build.jar(module)).jar();
    }

    /// Our gateway with all it does to a request, routing `/api` to a port of this machine. Besides what is published,
    /// operations of proofs and benchmarks are known to it.
    ///
    /// @param ready a path that is answered with 200 once it is there
    /// @param more arguments, `--name=value`
    public Child gateway(int port, int management, int upstream, Identity identity, String ready, String... more)
            throws IOException, InterruptedException {
        var command = java("-jar", lay("gateway").toString());
        var routes = Files.writeString(folder.resolve("scopes.tsv"), OWN_ROUTES);
        command.addAll(List.of(
                "--server.port=" + port,
                "--management.server.port=" + management,
                "--spring.cloud.config.enabled=false",
                "--eureka.client.enabled=false",
                "--spring.cloud.discovery.client.simple.instances.search-service[0].uri=http://127.0.0.1:" + upstream,
                "--universal.gateway.scopes=" + SHIPPED + "," + routes.toUri(),
                "--universal.gateway.keys=" + identity.keys(),
                "--universal.gateway.signing-key=" + identity.signingKey().toUri()));
        command.addAll(List.of(more));
        if (Arrays.stream(more).noneMatch(argument -> argument.startsWith(ACCOUNTS))) {
            command.add(ACCOUNTS); // whose key another is, nobody is asked
        }
        return Child.start(
                command,
                folder.resolve("gateway-" + port + ".log"),
                URI.create("http://127.0.0.1:" + port + ready),
                "Authorization",
                "Bearer " + identity.bootstrapKey());
    }
}
