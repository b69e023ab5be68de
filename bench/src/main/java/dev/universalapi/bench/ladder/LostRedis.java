package dev.universalapi.bench.ladder;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import java.time.Duration;

/// Redis ends under load: nobody notices, each replica keeps to its share of a quota, and all is well again by itself.
final class LostRedis implements Scene {
    private static final String OPERATION = "weather/current";
    private static final String REDIS = "redis";
    private static final int WANTED = 200;
    private static final String SEARCH = "search-service";
    private static final String ATTEMPTS = "provider_attempts_seconds_count";
    /// As documented: the limit divided by the replicas, of which there are two.
    private static final int SHARE = SpentQuota.LIMIT / 2;

    private final int perSecond;
    private final Duration lasts;
    private final String period;
    private final Questions questions;

    /// @param period of the quota: `minute` or `hour`
    LostRedis(int perSecond, Duration lasts, String period, Questions questions) {
        this.perSecond = perSecond;
        this.lasts = lasts;
        this.period = period;
        this.questions = questions;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Redis stopped under load");
        var redis = stage.suite().instances(REDIS).getFirst();
        var load = new Load(stage.gateway(), perSecond, questions.of(OPERATION));
        var traffic = load.run(lasts, () -> stage.suite().stop(redis));
        report.check("no 5xx while Redis goes", traffic.broken() == 0, traffic.toString());
        var own = "proof-share";
        share(stage, report, own, "without Redis all replicas together keep to the limit");
        report.check(
                "each of them by its own share",
                stage.gauges(SEARCH).everywhere(ATTEMPTS, own, sent -> sent <= SHARE, "as=\"call\""),
                "one sent more than " + SHARE);
        stage.suite().start(redis);
        var back = Patience.secondsUntil(Duration.ofSeconds(20), () -> isUsedByAll(stage));
        report.figure("Redis is used again after, s", back);
        report.check("Redis is used again by every replica, by itself", back >= 0, stage.health(SEARCH));
        share(stage, report, "proof-again", "with Redis again all replicas keep to the limit together");
    }

    static boolean isUsedByAll(Stage stage) throws Exception {
        return stage.healthy(SEARCH, told -> told.contains("\"state\":\"connected\""));
    }

    private void share(Stage stage, Report report, String id, String promise) throws Exception {
        try (var own = OwnProvider.add(stage, id, "quota: ", "[ " + SpentQuota.LIMIT + "/" + period + " ]")) {
            SpentQuota.awaitRoom(period, Duration.ofSeconds(WANTED / perSecond + 2L));
            stage.sandbox().delete("/sandbox/requests");
            var only = new Load(stage.gateway(), perSecond, questions.of(OPERATION, own.only()));
            var traffic = only.run(Duration.ofSeconds(WANTED / perSecond));
            var calls = Upstream.calls(stage, OwnProvider.LIKE);
            report.figure(id + ": calls sent of " + traffic.size() + " wanted", calls);
            report.check(promise, calls > 0 && calls <= SpentQuota.LIMIT, calls + " calls; " + traffic);
            report.check("and nobody gets a 5xx", traffic.broken() == 0, traffic.toString());
        }
    }
}
