package dev.universalapi.launcher.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// Looks at a part from outside. A part that does not answer is not ready; that is no error.
final class Probe implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    boolean ready(Instance instance) {
        return text(instance.readiness()).isPresent();
    }

    boolean registered(Instance instance, Instance discovery) {
        var address = discovery.address().resolve("/eureka/apps/" + instance.part() + "/" + instance.registration());
        return text(address).filter(text -> text.contains("\"status\":\"UP\"")).isPresent();
    }

    /// Whether the gateway already finds the services.
    boolean answers(URI address, String key) {
        return text(address, "Authorization", "Bearer " + key).isPresent();
    }

    private Optional<String> text(URI address, String... headers) {
        var request = HttpRequest.newBuilder(address).timeout(LIMIT).header("Accept", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return response.statusCode() == OK ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
