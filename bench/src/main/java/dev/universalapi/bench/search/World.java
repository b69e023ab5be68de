package dev.universalapi.bench.search;

import dev.universalapi.bench.stage.CatalogueFolder;
import dev.universalapi.bench.stage.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// All providers there are, and what the sandbox makes of them.
final class World implements AutoCloseable {
    private static final String AWAY = "{\"kind\":\"status\",\"status\":503}";

    private final Stage stage;
    private final CatalogueFolder catalogue;
    private final List<String> providers;

    World(Stage stage) throws IOException {
        this.stage = stage;
        this.catalogue = CatalogueFolder.read(stage.project());
        this.providers = catalogue.operations().stream()
                .flatMap(operation -> of(operation).stream())
                .distinct()
                .sorted()
                .toList();
    }

    List<String> providers() {
        return providers;
    }

    /// Those who answer an operation.
    List<String> of(String operation) {
        return catalogue.firstOfEach(operation).stream()
                .map(CatalogueFolder.Expectation::provider)
                .toList();
    }

    /// Everybody takes so long for everything, but those of one operation, who take longer for it.
    void slow(String operation, int slowMillis, int millis) throws IOException, InterruptedException {
        var slow = of(operation);
        for (var provider : providers) {
            fault(
                    provider,
                    slow.contains(provider)
                            ? "{\"kind\":\"latency\",\"millis\":%d,\"operation\":\"%s\"}"
                                    .formatted(slowMillis, operation)
                            : "{\"kind\":\"latency\",\"millis\":%d}".formatted(millis));
        }
    }

    /// Nobody answers an operation.
    void away(String operation) throws IOException, InterruptedException {
        for (var provider : of(operation)) {
            fault(provider, AWAY.replace("503}", "503,\"operation\":\"" + operation + "\"}"));
        }
    }

    /// They answer nothing at all.
    void away(List<String> gone) throws IOException, InterruptedException {
        for (var provider : gone) {
            fault(provider, AWAY);
        }
    }

    /// Every second one.
    List<String> half() {
        var half = new ArrayList<String>();
        for (var i = 0; i < providers.size(); i += 2) {
            half.add(providers.get(i));
        }
        return half;
    }

    /// All is well again.
    void mend() throws IOException, InterruptedException {
        stage.sandbox().delete("/sandbox/faults");
    }

    private void fault(String provider, String order) throws IOException, InterruptedException {
        var answer = stage.sandbox().put("/sandbox/faults/" + provider, order);
        if (answer.status() >= 300) {
            throw new IOException("the sandbox does not take a fault of " + provider + ": " + answer);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            mend();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
