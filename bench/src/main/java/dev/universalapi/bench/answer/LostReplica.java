package dev.universalapi.bench.answer;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Report;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// One of two replicas is killed under load: hardly a request is lost. An answer that has begun when its replica dies
/// cannot be had from the other, so there must be enough of them for one to be less than what may be lost. Both have
/// served for a while: how a process that was started a moment ago bears twice its load is another question.
final class LostReplica implements Scene {
    private static final int PER_SECOND = 100;
    private static final double WANTED = 0.999;
    private static final int WARM_UP = 500;
    private static final int WARMING = 4;
    private final int seconds;

    LostReplica(int seconds) {
        this.seconds = seconds;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("One of two replicas killed under load");
        var replicas = stage.services("search-service").size();
        report.check("two replicas serve", replicas == 2, replicas + " do");
        warmUp(stage);
        var wanted = PER_SECOND * seconds;
        var answered = new AtomicInteger();
        var lost = new AtomicReference<>("");
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = System.nanoTime();
            for (var i = 0; i < wanted; i++) {
                LockSupport.parkNanos(begun + i * Duration.ofSeconds(1).toNanos() / PER_SECOND - System.nanoTime());
                if (i == wanted / 4) {
                    callers.execute(() -> stage.kill("search-service"));
                }
                callers.execute(() -> ask(stage, answered, lost));
            }
        }
        var share = (double) answered.get() / wanted;
        report.figure("answered of " + wanted + " requests at " + PER_SECOND + "/s, %", 100 * share);
        report.check("at least 99.9 % are answered", share >= WANTED, answered + " of " + wanted + "; " + lost);
    }

    private static void warmUp(Stage stage) {
        try (var callers = Executors.newFixedThreadPool(WARMING)) {
            for (var i = 0; i < WARM_UP; i++) {
                callers.execute(() -> ask(stage, new AtomicInteger(), new AtomicReference<>("")));
            }
        }
    }

    private static void ask(Stage stage, AtomicInteger answered, AtomicReference<String> lost) {
        try {
            var reply = stage.fresh().get("/api/exchange/latest?base=EUR");
            if (reply.status() == 200) {
                answered.incrementAndGet();
            } else {
                lost.set(reply.toString());
            }
        } catch (Exception e) {
            lost.set(e.toString());
        }
    }
}
