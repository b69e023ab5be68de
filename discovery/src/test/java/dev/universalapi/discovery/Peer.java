package dev.universalapi.discovery;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// One server of two, as a process of its own: Eureka keeps its registry in a static field.
record Peer(int port, int managementPort, Process process) implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// Starts one that knows all.
    ///
    /// @param ports those of all
    static Peer start(int port, List<Integer> ports) throws IOException {
        var management = freePort();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DiscoveryApplication.class.getName(),
                        "--spring.profiles.active=peers",
                        "--server.port=" + port,
                        "--management.server.port=" + management,
                        "--eureka.client.service-url.defaultZone=" + urls(ports),
                        "--eureka.server.my-url=" + urls(List.of(port)))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "peer-" + port + ".log").toFile())
                .start();
        return new Peer(port, management, process);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Where clients find them.
    static String urls(List<Integer> ports) {
        return ports.stream()
                .map(port -> "http://127.0.0.1:%d/eureka/".formatted(port))
                .collect(Collectors.joining(","));
    }

    boolean isReady() {
        return status(managementPort, "/actuator/health/readiness") == 200;
    }

    boolean knows(String application) {
        return status(port, "/eureka/apps/" + application) == 200;
    }

    void register(String application) throws IOException, InterruptedException {
        String instance = """
                {"instance": {"instanceId": "%1$s-1", "app": "%1$s", "hostName": "127.0.0.1", "ipAddr": "127.0.0.1",
                  "vipAddress": "%1$s", "status": "UP", "port": {"$": 1, "@enabled": true},
                  "dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"},
                  "leaseInfo": {"renewalIntervalInSecs": 60, "durationInSecs": 600}}}
                """.formatted(application);
        send(HttpRequest.newBuilder(uri(port, "/eureka/apps/" + application))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(instance)));
    }

    /// At once, as a machine that loses its power.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private static int status(int port, String path) {
        try {
            return send(HttpRequest.newBuilder(uri(port, path))).statusCode();
        } catch (IOException _) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.header("Accept", "application/json").build(), BodyHandlers.ofString());
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
