package dev.universalapi.bench.gateway;

import dev.universalapi.bench.stage.LoneParts;
import dev.universalapi.bench.trial.Child;
import dev.universalapi.launcher.identity.Identity;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/// Our gateway, and Spring Cloud Gateway as it comes, from the same libraries with the same flags of Java.
final class Gateways {
    private static final String BARE = """
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.SpringBootConfiguration;
            import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

            @SpringBootConfiguration(proxyBeanMethods = false)
            @EnableAutoConfiguration
            public class BareGateway {
                public static void main(String[] arguments) {
                    SpringApplication.run(BareGateway.class, arguments);
                }
            }
            """;

    private final Path folder;
    private final LoneParts parts;

    /// Lays our gateway out, from a fresh build.
    Gateways(Path project, Path folder) {
        this.folder = folder;
        this.parts = new LoneParts(project, folder);
    }

    /// Ours with all it does to a request, routing `/api` to the upstream.
    Child ours(int port, int management, int upstream, Identity identity) throws IOException, InterruptedException {
        return parts.gateway(port, management, upstream, identity, "/api/bench/hop");
    }

    /// Spring Cloud Gateway with one route and nothing of ours.
    Child bare(int port, int upstream) throws IOException, InterruptedException {
        var classes = Files.createDirectories(folder.resolve("bare"));
        var path = theirs() + File.pathSeparator + classes;
        var source = Files.writeString(classes.resolve("BareGateway.java"), BARE);
        var compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), "-cp", path, source.toString());
        if (compiled != 0) {
            throw new IOException("the bare gateway does not compile");
        }
        var route = "--spring.cloud.gateway.server.webflux.routes[0].";
        var command = LoneParts.java("-cp", path, "BareGateway");
        command.addAll(List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.main.web-application-type=reactive",
                "--spring.cloud.config.enabled=false",
                "--eureka.client.enabled=false",
                "--logging.level.root=warn",
                route + "id=hop",
                route + "uri=http://127.0.0.1:" + upstream,
                route + "predicates[0]=Path=/**"));
        return Child.start(
                command, folder.resolve("bare.log"), URI.create("http://127.0.0.1:" + port + "/api/bench/hop"));
    }

    // all libraries of our gateway but those of this project
    private String theirs() throws IOException {
        try (var jars = Files.list(parts.lay("gateway").resolveSibling("lib"))) {
            return jars.filter(jar -> !isOurs(jar.getFileName().toString()))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static boolean isOurs(String jar) {
        return jar.startsWith("platform-") || jar.startsWith("contracts-");
    }
}
