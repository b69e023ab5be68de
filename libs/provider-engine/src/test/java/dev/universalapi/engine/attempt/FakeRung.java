package dev.universalapi.engine.attempt;

import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Ends in one outcome after some virtual time, but never later than it may.
final class FakeRung implements Rung {
    /// An answer that says nothing.
    record Nothing() {}

    private final FakeClock clock;
    private final Outcome outcome;
    private final Duration takes;
    final List<Duration> given = new ArrayList<>();

    FakeRung(FakeClock clock, Outcome outcome, Duration takes) {
        this.clock = clock;
        this.outcome = outcome;
        this.takes = takes;
    }

    @Override
    public String provider() {
        return outcome.label();
    }

    @Override
    public Tried ask(Duration timeout) {
        given.add(timeout);
        var inTime = takes.compareTo(timeout) <= 0;
        clock.pass(inTime ? takes : timeout);
        var attempt = new Attempt(provider(), inTime ? outcome : Outcome.TIMEOUT, 0, null, null, null);
        var answers = inTime && (outcome == Outcome.OK || outcome == Outcome.EMPTY);
        return answers
                ? new Tried(attempt, new Reading.Answer(outcome, new Nothing(), 0), null, null)
                : Tried.failed(attempt);
    }
}
