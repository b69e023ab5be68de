package dev.universalapi.engine.attempt;

import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.quota.Quotas;
import dev.universalapi.engine.standing.Pause;
import dev.universalapi.engine.standing.Standings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Asks one provider after the other until the taxonomy says stop, four were called, or the time is up.
///
/// An attempt gets half of the time that remains, the last all of it. A provider is asked with its next credential
/// where one is refused or limited. The last provider is asked once more where that may help, and the next one beside
/// one that is slower than usual; each within a budget of the process.
public final class Ladder {
    private static final double SAVED_UP = 2;

    private final InstantSource clock;
    private final Standings standings;
    private final Quotas quotas;
    private final Supplier<Effort> efforts;
    private final RandomGenerator random;
    private final Pause pause;
    private final Gate gate;
    private final Bucket retries;
    private final Bucket hedges;

    /// One for a process and mode.
    ///
    /// @param efforts the settings as they are now
    /// @param random safe for many threads; same seed and answers, same attempts
    public Ladder(
            InstantSource clock,
            Standings standings,
            Quotas quotas,
            Supplier<Effort> efforts,
            RandomGenerator random,
            Pause pause) {
        this.clock = clock;
        this.standings = standings;
        this.quotas = quotas;
        this.efforts = efforts;
        this.random = random;
        this.pause = pause;
        this.gate = new Gate(clock, standings, quotas);
        this.retries = new Bucket(efforts.get().retriesPerSecond(), clock.millis());
        this.hedges = new Bucket(0, clock.millis());
    }

    /// What became of each that was to be asked. The last is the outcome of all; of those before it none is an end,
    /// but for the [dev.universalapi.engine.outcome.Outcome#CANCELLED] of one that was slower than the last. Empty
    /// if nobody was to be asked or no time was left.
    public List<Tried> climb(List<Step> steps, Instant deadline) {
        return climb(steps, deadline, deadline, _ -> {});
    }

    /// The same for one who is in a greater hurry than others who wait for it too: attempts are as short as the hurry
    /// wants, and go on until the deadline.
    ///
    /// @param told of each as soon as it is over, on the thread that climbs
    public List<Tried> climb(List<Step> steps, Instant hurry, Instant deadline, Consumer<Tried> told) {
        var effort = efforts.get();
        var now = clock.millis();
        retries.earn(effort.retryShare(), effort.retriesPerSecond(), effort.retriesPerSecond() + SAVED_UP, now);
        hedges.earn(effort.hedgeShare(), 0, effort.hedgeBurst(), now);
        return new Climb(
                        this,
                        effort,
                        hurry,
                        deadline,
                        steps.stream().flatMap(this::turns).toList(),
                        told)
                .climb();
    }

    Gate gate() {
        return gate;
    }

    Pause pause() {
        return pause;
    }

    Bucket retries() {
        return retries;
    }

    Bucket hedges() {
        return hedges;
    }

    Instant now() {
        return clock.instant();
    }

    Duration backOff(Effort effort) {
        var shortest = effort.shortestBackOff().toMillis();
        return Duration.ofMillis(
                random.nextLong(shortest, effort.longestBackOff().toMillis() + 1));
    }

    /// After how long a provider is slower than usual, where enough is known of it.
    Optional<Duration> slow(Turn turn, Effort effort) {
        return standings
                .of(turn.provider().id())
                .slow(effort.hedgeKnown())
                .map(after -> after.compareTo(effort.hedgeFloor()) < 0 ? effort.hedgeFloor() : after);
    }

    // of an organisation's own and the operator's in the order given; of several the one that has most left
    private Stream<Turn> turns(Step step) {
        var ownFirst = step.rungs().stream().limit(1).anyMatch(Ladder::isOwn);
        return step.rungs().stream()
                .map(rung -> new Turn(step.provider(), rung, null))
                .sorted(Comparator.<Turn, Boolean>comparing(turn -> isOwn(turn.rung()) != ownFirst)
                        .thenComparingDouble(turn -> -quotas.headroom(
                                        turn.provider(),
                                        turn.rung().credential().id())
                                .left()));
    }

    private static boolean isOwn(Rung rung) {
        return rung.credential().owner() == Credential.Owner.ORGANISATION;
    }
}
