package dev.universalapi.engine.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Where all replicas count together. Everything that is said in one [Ask] happens at once or not at all.
///
/// What a replica spent is kept by replica, and each ask brings what that replica has spent in all: to say it again
/// changes nothing, so what was counted without the store, or lost by it, is made good by the next ask.
public interface Counts {
    /// How far the clock of a caller may be from that of the store.
    Duration SKEW = Duration.ofSeconds(2);

    /// Counts that only this process knows.
    static Counts inMemory(InstantSource clock) {
        return new LocalCounts(clock);
    }

    /// Counts, or refuses to.
    ///
    /// @return empty if the store did not answer in time: whether it counted is then not known
    Optional<Told> tell(Ask ask);

    /// Whether the store is away for every replica, as far as this one can tell; else it is merely slow now and
    /// then. A store that cannot tell is away when it does not answer.
    default boolean away() {
        return true;
    }

    /// What one replica wants, and all it knows.
    ///
    /// @param account the provider and its credential
    /// @param replica who asks: one name for the life of a process
    /// @param take whether to refuse what goes beyond a limit or into a rest; else it is counted in any case
    /// @param epoch of the store as the replica knows it, 0 if it does not
    /// @param rest when the credential may be asked again as far as the replica knows; the later one stays
    /// @param strikes how often in a row it was called too often; the higher stays, 0 starts anew,
    ///     -1 says nothing
    record Ask(
            String account,
            String replica,
            Instant now,
            boolean take,
            long epoch,
            Instant rest,
            int strikes,
            List<Line> lines) {}

    /// What is asked of one window.
    ///
    /// @param amount what is spent now
    /// @param own what the replica knows to have spent in it before
    /// @param pending what else it asked for and has not heard of, which a store that lost its data may have lost
    /// @param seen the highest count of all replicas that the store told this one
    /// @param told what the provider says was spent, -1 if it said nothing
    /// @param margin what is left alone once counts were lost, until the provider says what was spent
    record Line(
            String name,
            Instant start,
            Instant end,
            long limit,
            long amount,
            long own,
            long pending,
            long seen,
            long told,
            long margin) {}

    /// What came of it.
    ///
    /// @param verdict whether it was counted
    /// @param now by the clock of the store
    /// @param epoch when the store began to know the account
    /// @param totals one for each line, empty if skewed
    record Told(Verdict verdict, Instant now, long epoch, Instant rest, int strikes, List<Total> totals) {}

    /// Whether an ask was counted.
    enum Verdict {
        COUNTED,
        /// A limit or a rest is in the way.
        REFUSED,
        /// The clocks are further apart than [#SKEW].
        SKEWED
    }

    /// @param used by all replicas, and by others as far as the provider told
    /// @param allowed the limit, less the margin where counts were lost
    record Total(long used, long allowed) {}
}
