package dev.universalapi.engine.standing;

import dev.universalapi.engine.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How one credential of a provider stands: how many calls it allows at once, whether the provider refuses it, and
/// whether it wants to be left alone.
final class Key {
    // whoever got the trial and did not make the call leaves it to another after this
    private static final Duration TRIAL_TAKES = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Supplier<Pace> pace;
    final Permits permits;
    private int refusals;
    private boolean onTrial;
    private Instant trialAt = Instant.MIN;
    private Instant restsUntil = Instant.MIN;

    Key(InstantSource clock, Supplier<Pace> pace, Pause pause) {
        this.clock = clock;
        this.pace = pace;
        this.permits = new Permits(pause, pace.get());
    }

    /// Why it cannot be used now, if it cannot.
    synchronized Optional<Entry.Barred> bars() {
        var now = clock.instant();
        if (now.isBefore(trialAt)) {
            return Optional.of(new Entry.Barred(Outcome.DEAD_KEY, trialAt, "the provider refuses this credential"));
        }
        return now.isBefore(restsUntil)
                ? Optional.of(new Entry.Barred(
                        Outcome.RATE_LIMITED, restsUntil, "the provider wants to be left alone until " + restsUntil))
                : Optional.empty();
    }

    /// The same, and where a refused one may be tried again, that trial is the asker's alone.
    synchronized Optional<Entry.Barred> admits() {
        var bar = bars();
        if (bar.isEmpty() && refusals > 0) {
            onTrial = true;
            trialAt = clock.instant().plus(TRIAL_TAKES);
        }
        return bar;
    }

    /// Whether the provider refuses it and it is not time to try again.
    synchronized boolean dead() {
        return clock.instant().isBefore(trialAt);
    }

    /// @param retryAfter seconds, where the provider said so
    synchronized void learn(Outcome outcome, @Nullable Long retryAfter) {
        switch (outcome) {
            case OK, EMPTY -> {
                refusals = 0;
                onTrial = false;
                trialAt = Instant.MIN;
            }
            case DEAD_KEY -> refused();
            case RATE_LIMITED, QUOTA_SPENT -> {
                untold();
                if (retryAfter != null) {
                    restsUntil = clock.instant().plusSeconds(retryAfter);
                }
            }
            case INVALID_INPUT,
                    NOT_FOUND,
                    UNAVAILABLE,
                    BLOCKED,
                    MALFORMED,
                    DRIFTED,
                    UNSUPPORTED,
                    TIMEOUT,
                    UNREACHABLE,
                    CANCELLED -> untold();
        }
    }

    // none of these tells whether the credential is good: the trial is the next asker's
    private void untold() {
        if (onTrial) {
            onTrial = false;
            trialAt = clock.instant();
        }
    }

    // calls that were under way together are refused together: that is one refusal
    private void refused() {
        if (refusals == 0 || onTrial) {
            var rules = pace.get();
            trialAt = clock.instant().plus(Pace.doubled(rules.trial(), refusals, rules.longestTrial()));
            refusals++;
            onTrial = false;
        }
    }
}
