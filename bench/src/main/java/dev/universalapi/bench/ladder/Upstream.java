package dev.universalapi.bench.ladder;

import dev.universalapi.bench.stage.Stage;
import java.io.IOException;

/// What really went out, as the sandbox counted it.
final class Upstream {
    private Upstream() {}

    /// Calls to all providers since the count was reset.
    static long calls(Stage stage) throws IOException, InterruptedException {
        return stage.sandbox()
                .get("/sandbox/requests")
                .body()
                .valueStream()
                .mapToLong(provider -> provider.path("calls").asLong())
                .sum();
    }

    /// Calls to one provider since the count was reset.
    static long calls(Stage stage, String provider) throws IOException, InterruptedException {
        return stage.sandbox()
                .get("/sandbox/requests")
                .body()
                .path(provider)
                .path("calls")
                .asLong();
    }
}
