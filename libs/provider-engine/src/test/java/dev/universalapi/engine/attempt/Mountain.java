package dev.universalapi.engine.attempt;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.standing.Pace;
import dev.universalapi.engine.standing.Standings;
import dev.universalapi.engine.trial.Named;
import dev.universalapi.engine.trial.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// A ladder in virtual time, and what it stands on.
final class Mountain {
    static final Duration DEADLINE = Duration.ofSeconds(8);

    final VirtualTime time = new VirtualTime();
    final FakeQuotas quotas = new FakeQuotas(time);
    final Standings standings;
    final Ladder ladder;
    Effort effort;
    Pace pace = Pace.DEFAULT;

    Mountain(long seed) {
        this(seed, Effort.DEFAULT);
    }

    Mountain(long seed, Effort effort) {
        this.effort = effort;
        standings = new Standings(time, new Random(seed), () -> pace, time);
        ladder = new Ladder(time, standings, quotas, () -> this.effort, new Random(seed), time);
    }

    /// Always the same end.
    FakeRung rung(String provider, Outcome outcome, Duration takes) {
        return rung(provider, "none", outcome, takes);
    }

    /// Always the same end, with one of several credentials.
    FakeRung rung(String provider, String credential, Outcome outcome, Duration takes) {
        return new FakeRung(time, provider, credential, () -> new FakeRung.End(outcome, takes));
    }

    /// One end after the other; the last for ever.
    FakeRung rung(String provider, FakeRung.End... ends) {
        var calls = new int[1];
        return new FakeRung(time, provider, "none", () -> ends[Math.min(calls[0]++, ends.length - 1)]);
    }

    /// Provider by provider.
    List<Tried> climb(FakeRung... rungs) {
        return climb(DEADLINE, Stream.of(rungs).map(Mountain::step).toList());
    }

    List<Tried> climb(Duration deadline, List<Step> steps) {
        return ladder.climb(steps, time.instant().plus(deadline));
    }

    /// One provider with several credentials.
    static Step step(FakeRung... rungs) {
        return new Step(Named.provider(rungs[0].provider()), List.of(rungs));
    }

    static List<Outcome> outcomes(List<Tried> tried) {
        return tried.stream().map(one -> one.attempt().outcome()).toList();
    }

    /// Each attempt as `provider outcome how`.
    static List<String> told(List<Tried> tried) {
        return tried.stream()
                .map(Tried::attempt)
                .map(one -> one.provider() + " " + one.outcome().label() + (one.as() == null ? "" : " " + one.as()))
                .toList();
    }
}
