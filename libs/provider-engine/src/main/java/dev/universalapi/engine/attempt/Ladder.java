package dev.universalapi.engine.attempt;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.outcome.Outcome.Next;
import dev.universalapi.engine.receipt.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks one after the other until the taxonomy says stop, four were called, or the time is up.
///
/// An attempt gets half of the time that remains, the last all of it.
public final class Ladder {
    private static final Logger LOG = LoggerFactory.getLogger(Ladder.class);
    private static final int MOST_CALLS = 4;

    private final InstantSource clock;

    public Ladder(InstantSource clock) {
        this.clock = clock;
    }

    /// What became of each that was asked, in order. Only the last can be an end.
    public List<Tried> climb(List<? extends Rung> rungs, Instant deadline) {
        var tried = new ArrayList<Tried>();
        var calls = 0;
        for (var i = 0; i < rungs.size() && calls < MOST_CALLS; i++) {
            var remaining = Duration.between(clock.instant(), deadline);
            if (!remaining.isPositive()) {
                break;
            }
            var last = Math.min(MOST_CALLS - calls, rungs.size() - i) == 1;
            var one = ask(rungs.get(i), last ? remaining : half(remaining));
            tried.add(one);
            calls += one.attempt().outcome() == Outcome.UNSUPPORTED ? 0 : 1;
            if (one.attempt().outcome().next() == Next.END) {
                break;
            }
        }
        return List.copyOf(tried);
    }

    // whatever a manifest, an adapter or an answer brings about, one provider's fault stays its own
    private Tried ask(Rung rung, Duration timeout) {
        var started = clock.millis();
        try {
            return rung.ask(timeout);
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("provider", rung.provider())
                    .setCause(e)
                    .log("An attempt ended in a way that no attempt should");
            return Tried.failed(new Attempt(
                    rung.provider(),
                    Outcome.MALFORMED,
                    clock.millis() - started,
                    null,
                    "the answer could not be read",
                    null));
        }
    }

    private static Duration half(Duration remaining) {
        var half = remaining.dividedBy(2);
        return half.isZero() ? remaining : half;
    }
}
