package dev.universalapi.launcher.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Looks at a part from outside. A part that does not answer is not ready; that is no error.
final class Probe implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    boolean ready(Instance instance) throws InterruptedException {
        return !text(instance.readiness()).isEmpty();
    }

    boolean registered(Instance instance, Instance discovery) throws InterruptedException {
        var address = discovery.address().resolve("/eureka/apps/" + instance.part() + "/" + instance.registration());
        return text(address).contains("\"status\":\"UP\"");
    }

    /// Whether the gateway already finds the services.
    boolean answers(URI address, String key) throws InterruptedException {
        return !text(address, "Authorization", "Bearer " + key).isEmpty();
    }

    private String text(URI address, String... headers) throws InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(LIMIT).header("Accept", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return response.statusCode() == OK ? response.body() : "";
        } catch (IOException _) {
            return "";
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
