package dev.universalapi.bench.ladder;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

/// A provider answers 429 with `Retry-After`: no replica calls it before that time is over.
final class AskedToWait implements Scene {
    private static final String OPERATION = "weather/current";
    private static final String WHO = "met-norway";

    private static final Duration MARGIN = Duration.ofMillis(300);

    private final int perSecond;
    private final int seconds;
    private final Questions questions;

    /// @param seconds that the provider wants to be left alone
    AskedToWait(int perSecond, int seconds, Questions questions) {
        this.perSecond = perSecond;
        this.seconds = seconds;
        this.questions = questions;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("429 with Retry-After: " + seconds);
        var first = questions.of(OPERATION, "X-Route", "{\"order\":[\"" + WHO + "\"]}");
        var order = "{\"kind\":\"status\",\"status\":429,\"retryAfter\":" + seconds + "}";
        stage.sandbox().put("/sandbox/faults/" + WHO, order);
        try {
            stage.sandbox().delete("/sandbox/requests");
            var over = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            var asked = first.get();
            var reply = stage.gateway().get(asked.path(), asked.headers());
            var told = Upstream.calls(stage, WHO);
            report.check("it is called and says so", reply.status() == 200 && told == 1, told + " calls; " + reply);
            stage.sandbox().delete("/sandbox/requests");
            // counted at the last moment, however long the last requests take
            var counted = callsAt(over, stage);
            var traffic = new Load(stage.gateway(), perSecond, first).run(Duration.ofSeconds(seconds - 2));
            var calls = counted.get();
            report.check("others answer meanwhile", traffic.share() >= 0.999, traffic.toString());
            report.check("no call to it meanwhile", calls == 0, calls + " calls in " + traffic.size() + " requests");
        } finally {
            stage.sandbox().delete("/sandbox/faults/" + WHO);
        }
        var back = Patience.secondsUntil(Duration.ofSeconds(10), () -> {
            var asked = first.get();
            return stage.gateway()
                    .get(asked.path(), asked.headers())
                    .at("/meta/provider")
                    .equals(WHO);
        });
        report.check("it is called again afterwards", back >= 0, "not within 10 s");
    }

    private static Future<Long> callsAt(long nanos, Stage stage) {
        var task = new FutureTask<>(() -> {
            LockSupport.parkNanos(nanos - MARGIN.toNanos() - System.nanoTime());
            return Upstream.calls(stage, WHO);
        });
        Thread.ofVirtual().start(task);
        return task;
    }
}
