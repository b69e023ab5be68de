package dev.universalapi.bench.durable;

import dev.universalapi.bench.stage.Frozen;
import dev.universalapi.bench.trial.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Each store in turn is cut off for a while.
final class Cutting {
    private static final String POSTGRES = "postgres";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Act act;

    Cutting(Act act) {
        this.act = act;
    }

    void play() throws Exception {
        var cut = Duration.ofSeconds(act.scale().of(30, 5));
        act.report().section("Cut off for %d s each".formatted(cut.toSeconds()));
        for (var store : List.of("kafka", "redis", POSTGRES)) {
            var traffic = act.under(store, () -> cut(store, cut));
            if (store.equals(POSTGRES)) {
                act.report()
                        .check(
                                "no request fails without PostgreSQL",
                                traffic.answered() == traffic.size(),
                                traffic.toString());
            }
            act.counted("after the cut of " + store);
        }
        var used = Patience.secondsUntil(
                LONGEST, () -> act.stage().healthy("search-service", told -> told.contains("\"state\":\"connected\"")));
        act.report().check("Redis is used again", used >= 0, act.stage().health("search-service"));
    }

    private void cut(String store, Duration lasts) throws IOException, InterruptedException {
        try (var _ = Frozen.freeze(act.suite().pid(act.suite().instances(store).getFirst()))) {
            Thread.sleep(lasts);
        }
    }
}
