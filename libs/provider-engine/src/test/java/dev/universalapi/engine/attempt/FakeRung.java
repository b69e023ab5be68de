package dev.universalapi.engine.attempt;

import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.trial.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Ends as it was told after some virtual time, but never later than it may.
final class FakeRung implements Rung {
    /// An answer that says nothing.
    record Nothing() {}

    /// How a call ends.
    record End(Outcome outcome, Duration takes, @Nullable Long retryAfter) {
        End(Outcome outcome, Duration takes) {
            this(outcome, takes, null);
        }
    }

    private final VirtualTime time;
    private final String provider;
    private final Credential credential;
    private final Supplier<End> ends;
    final List<Duration> given = new ArrayList<>();
    Runnable asked = () -> {};
    Consumer<Attempt> ended = _ -> {};
    boolean once;
    boolean sent = true;
    boolean calls = true;
    boolean deaf;

    FakeRung(VirtualTime time, String provider, String credential, Supplier<End> ends) {
        this.time = time;
        this.provider = provider;
        this.credential = new Credential(credential, Map.of());
        this.ends = ends;
    }

    @Override
    public String provider() {
        return provider;
    }

    @Override
    public Credential credential() {
        return credential;
    }

    @Override
    public boolean calls() {
        return calls;
    }

    @Override
    public boolean once() {
        return once;
    }

    @Override
    public Map<String, Long> spends() {
        return Map.of("requests", 1L);
    }

    @Override
    public Tried ask(Duration timeout) {
        asked.run();
        given.add(timeout);
        var end = ends.get();
        var inTime = end.takes.compareTo(timeout) <= 0;
        var started = time.instant();
        var outcome = inTime ? end.outcome : Outcome.TIMEOUT;
        try {
            time.sleep(inTime || deaf ? end.takes : timeout);
        } catch (InterruptedException _) {
            outcome = Outcome.CANCELLED;
        }
        var took = Duration.between(started, time.instant()).toMillis();
        var attempt = new Attempt(provider, outcome, took, null, null, outcome == end.outcome ? end.retryAfter : null);
        ended.accept(attempt);
        return outcome == Outcome.OK || outcome == Outcome.EMPTY
                ? new Tried(
                        attempt, new Reading.Answer(outcome, new Nothing(), 0, Map.of("tokens", 7L), null), null, null)
                : sent ? Tried.failed(attempt) : Tried.unsent(attempt);
    }
}
