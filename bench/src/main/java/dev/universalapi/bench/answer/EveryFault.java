package dev.universalapi.bench.answer;

import dev.universalapi.bench.stage.CatalogueFolder;
import dev.universalapi.bench.stage.Fault;
import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Caller.Answer;
import dev.universalapi.bench.trial.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One provider fails in each of seven ways: another answers, and the receipt names what happened.
final class EveryFault implements Scene {
    private static final Duration REST = Duration.ofMillis(1500);
    private static final String RETRY_AFTER = "Retry-After";

    private static final Map<String, String> QUESTIONS = new LinkedHashMap<>(Map.of(
            "weather/current", "/api/weather/current?latitude=48.85&longitude=2.35",
            "exchange/latest", "/api/exchange/latest?base=EUR",
            "joke/random", "/api/joke/random"));

    private final int timeoutMillis;

    EveryFault(int timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Seven faults on every provider");
        var catalogue = CatalogueFolder.read(stage.project());
        for (var question : QUESTIONS.entrySet()) {
            var providers = catalogue.firstOfEach(question.getKey()).stream()
                    .map(CatalogueFolder.Expectation::provider)
                    .toList();
            var broken = new ArrayList<String>();
            var struck = catalogue.struck(question.getKey()).stream()
                    .map(CatalogueFolder.Expectation::provider)
                    .toList();
            for (var provider : struck) {
                for (var fault : Fault.values()) {
                    playFault(stage, question.getValue(), provider, fault, broken);
                }
            }
            report.checkAll(
                    question.getKey() + ": another answers, the receipt names the outcome",
                    struck.size() * Fault.values().length,
                    broken);
            playAllDown(stage, question.getValue(), providers, report);
        }
    }

    private void playFault(Stage stage, String path, String provider, Fault fault, List<String> broken)
            throws Exception {
        stage.sandbox().put("/sandbox/faults/" + provider, fault.order());
        try {
            var reply = stage.fresh()
                    .get(
                            path,
                            "X-Route",
                            "{\"order\":[\"" + provider + "\"]}",
                            "X-Request-Timeout-Ms",
                            String.valueOf(timeoutMillis));
            var receipt = stage.receipt(reply.at("/meta/receipt"));
            var named = receipt.at("/attempts/0/outcome");
            if (reply.status() != 200 || reply.at("/meta/provider").equals(provider)) {
                broken.add(provider + " with " + fault.label() + ": " + reply);
            } else if (!receipt.at("/attempts/0/provider").equals(provider)
                    || !fault.outcomes().contains(named)) {
                broken.add(provider + " with " + fault.label() + ": the receipt says " + named);
            }
        } finally {
            stage.sandbox().delete("/sandbox/faults/" + provider);
        }
    }

    private void playAllDown(Stage stage, String path, List<String> providers, Report report) throws Exception {
        Thread.sleep(REST); // some wanted to be left alone for a second
        var sick = allDown(stage, path, providers, Fault.STATUS);
        report.check(
                "all providers sick: 502 with the soonest retry",
                sick.status() == 502
                        && sick.at("/type").endsWith("/providers-failed")
                        && sick.headers().firstValue(RETRY_AFTER).isPresent(),
                sick.toString());
        var silent = allDown(stage, path, providers, Fault.BLACKHOLE);
        report.check(
                "all providers silent: 504 in time",
                silent.status() == 504
                        && silent.at("/type").endsWith("/providers-timed-out")
                        && silent.headers().firstValue(RETRY_AFTER).isPresent()
                        && silent.millis() < timeoutMillis + 1000,
                silent + " after " + silent.millis() + " ms");
    }

    private Answer allDown(Stage stage, String path, List<String> providers, Fault fault) throws Exception {
        for (var provider : providers) {
            stage.sandbox().put("/sandbox/faults/" + provider, fault.order());
        }
        try {
            return stage.fresh().get(path, "X-Request-Timeout-Ms", String.valueOf(timeoutMillis));
        } finally {
            stage.sandbox().delete("/sandbox/faults");
        }
    }
}
