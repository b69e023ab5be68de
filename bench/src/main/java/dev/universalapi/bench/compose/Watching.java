package dev.universalapi.bench.compose;

import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Whether Prometheus hears every part and knows the rules, and Grafana has the boards.
record Watching(Composition composition, Report report) {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int PARTS = 4;

    void look() throws Exception {
        report.section("Prometheus and Grafana");
        try (var prometheus = new Caller(composition.at("PROMETHEUS_PORT"), Map.of())) {
            var heard = Patience.secondsUntil(
                    LONGEST, () -> up(prometheus.get("/api/v1/targets").body()) == PARTS);
            report.check(
                    "Prometheus hears all " + PARTS + " parts",
                    heard >= 0,
                    prometheus.get("/api/v1/targets").toString());
            var groups = prometheus.get("/api/v1/rules").body().at("/data/groups");
            var wrong = groups.findValues("lastError").stream()
                    .map(JsonNode::asString)
                    .filter(one -> !one.isEmpty())
                    .toList();
            report.check(
                    "and knows the rules", groups.size() > 0 && wrong.isEmpty(), groups.size() + " groups, " + wrong);
        }
        if (composition.without().contains("grafana")) {
            report.figure("SKIPPED: Grafana's boards", "there is no image of it here, and nothing stands in for it");
            return;
        }
        boards();
    }

    private static long up(JsonNode targets) {
        return targets.at("/data/activeTargets")
                .valueStream()
                .filter(target -> target.path("health").asString("").equals("up"))
                .count();
    }

    private void boards() throws Exception {
        var secrets = composition.settings().getOrDefault("UNIVERSAL_SECRETS", "");
        var password = Files.readString(java.nio.file.Path.of(secrets, "grafana-password"))
                .strip();
        var login = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        long wanted;
        try (var files = Files.list(composition.engine().project().resolve("observability/boards"))) {
            wanted = files.count();
        }
        try (var grafana = new Caller(composition.at("GRAFANA_PORT"), Map.of("Authorization", "Basic " + login))) {
            var loaded = Patience.secondsUntil(
                    LONGEST,
                    () -> grafana.get("/api/search?type=dash-db").body().size() == wanted);
            report.check(
                    "Grafana has the " + wanted + " boards",
                    loaded >= 0,
                    grafana.get("/api/search?type=dash-db").toString());
        }
        var errors = composition
                .engine()
                .docker("logs", composition.container("grafana"))
                .text()
                .lines()
                .filter(line -> line.contains("level=error") && line.contains("provisioning"))
                .toList();
        report.check("and loaded them without an error", errors.isEmpty(), errors.toString());
    }
}
