package dev.universalapi.bench.stage;

import java.util.List;

/// The seven ways in which the sandbox makes a provider fail, and what the receipt must then call it.
public enum Fault {
    LATENCY("latency", "{\"kind\":\"latency\",\"millis\":20000}", List.of("timeout")),
    STATUS("status", "{\"kind\":\"status\",\"status\":503}", List.of("unavailable")),
    BLACKHOLE("blackhole", "{\"kind\":\"blackhole\"}", List.of("timeout")),
    TRUNCATE("truncate", "{\"kind\":\"truncate\"}", List.of("malformed")),
    MALFORMED("malformed", "{\"kind\":\"malformed\"}", List.of("malformed")),
    DRIFT("drift", "{\"kind\":\"drift\"}", List.of("drifted")),
    /// The last, since it may say that the provider wants to be left alone.
    ERROR_IN_200(
            "error-in-200",
            "{\"kind\":\"error-in-200\"}",
            List.of("unavailable", "rate-limited", "quota-spent", "not-found", "dead-key", "malformed", "drifted"));

    private final String label;
    private final String order;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> outcomes;

    Fault(String label, String order, List<String> outcomes) {
        this.label = label;
        this.order = order;
        this.outcomes = outcomes;
    }

    public String label() {
        return label;
    }

    /// What the sandbox is told.
    public String order() {
        return order;
    }

    /// The taxonomy's names that are right for it; several only where it depends on the provider's own error body.
    public List<String> outcomes() {
        return outcomes;
    }
}
