package dev.universalapi.bench.ladder;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Report;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A thousand callers who ask the same at once cost one call a replica, and none once it is known.
final class SharedCalls implements Scene {
    private static final String PATH = "/api/weather/current?latitude=12.34&longitude=-56.78";

    private final int callers;

    SharedCalls(int callers) {
        this.callers = callers;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section(callers + " identical questions at once");
        var replicas = stage.services("search-service").size();
        stage.sandbox().delete("/sandbox/requests");
        var cold = answered(stage);
        var coldCalls = Upstream.calls(stage);
        stage.sandbox().delete("/sandbox/requests");
        var warm = answered(stage);
        var warmCalls = Upstream.calls(stage);
        report.figure("calls to providers, cold", coldCalls);
        report.check("all answered, cold and warm", cold == callers && warm == callers, cold + " and " + warm);
        report.check("at most one call a replica, cold", coldCalls >= 1 && coldCalls <= replicas, coldCalls + " calls");
        report.check("none once it is known", warmCalls == 0, warmCalls + " calls");
    }

    private int answered(Stage stage) {
        var answered = new AtomicInteger();
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ignored : Collections.nCopies(callers, 0)) {
                threads.submit(() -> {
                    go.await();
                    return stage.gateway().get(PATH).status() == 200 ? answered.incrementAndGet() : ignored;
                });
            }
            go.countDown();
        }
        return answered.get();
    }
}
