package dev.universalapi.bench.ladder;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Report;
import java.time.Duration;
import java.time.Instant;

/// A provider allows a hundred calls a minute and a thousand are wanted of it: a hundred are sent, over all replicas.
final class SpentQuota implements Scene {
    static final int LIMIT = 100;

    private static final String OWN = "proof-quota";
    /// What a caller is told where the count came too late: it may have been made, so the call is not.
    private static final String IN_DOUBT = "not known at this moment";

    private static final int MOST_DOUBTS = 1;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private final int perSecond;
    private final Duration lasts;
    private final String period;
    private final Questions questions;

    /// @param period of the quota: `minute` or `hour`
    SpentQuota(int perSecond, Duration lasts, String period, Questions questions) {
        this.perSecond = perSecond;
        this.lasts = lasts;
        this.period = period;
        this.questions = questions;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("A hundred a " + period + ", %d wanted".formatted(perSecond * lasts.toSeconds()));
        try (var own = OwnProvider.add(stage, OWN, "quota: ", "[ " + LIMIT + "/" + period + " ]")) {
            awaitRoom(period, lasts.plusSeconds(5));
            stage.sandbox().delete("/sandbox/requests");
            var only = questions.of("weather/current", own.only());
            var traffic = new Load(stage.gateway(), perSecond, only).run(lasts);
            var calls = Upstream.calls(stage, OwnProvider.LIKE);
            var refused = traffic.where(shot -> shot.status() == 429).size();
            var doubts =
                    traffic.where(shot -> shot.failure().contains(IN_DOUBT)).size();
            report.figure("counts in doubt", doubts);
            report.figure("calls sent of " + traffic.size() + " wanted", calls);
            report.check("never more than allowed, over all replicas", calls <= LIMIT, calls + " calls");
            // rather one too few than one too many: a call whose count is in doubt is not sent
            report.check("and all that is allowed, but for those", calls >= LIMIT - doubts, calls + "; " + traffic);
            report.check("which are hardly any", doubts <= MOST_DOUBTS, doubts + " in doubt; " + traffic);
            report.check("the others are told to come back", refused == traffic.size() - calls, traffic.toString());
        }
    }

    /// Waits for the next minute or hour, unless so much time is left in this one.
    static void awaitRoom(String period, Duration needed) throws InterruptedException {
        var length = period.equals("minute") ? MINUTE : HOUR;
        var second = Instant.now().getEpochSecond() % length;
        if (second + needed.toSeconds() >= length) {
            Thread.sleep(Duration.ofSeconds(length - second + 1));
        }
    }
}
