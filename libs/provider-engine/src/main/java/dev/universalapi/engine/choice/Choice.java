package dev.universalapi.engine.choice;

import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.receipt.Candidate;
import dev.universalapi.engine.receipt.Score;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who may be asked, in which order, and who may not.
///
/// @param picked the first is asked first
/// @param removed each that is not asked
public record Choice(List<Picked> picked, List<Removed> removed) {

    /// One that is asked when its turn comes.
    ///
    /// @param reason why it stands where it stands, where its score does not say so
    /// @param admit whether its breaker is open, and must be half opened before it is asked
    public record Picked(Offer offer, Score score, @Nullable String reason, boolean admit) {

        private Candidate candidate() {
            return new Candidate(offer.provider(), null, reason, score.rounded());
        }
    }

    /// One that is not asked.
    ///
    /// @param provider its id
    /// @param reason one sentence for people
    /// @param until when that is over, where it is known
    public record Removed(
            String provider,
            Filter filter,
            String reason,
            @Nullable Instant until) {

        private Candidate candidate() {
            return new Candidate(provider, filter.label(), reason, null);
        }
    }

    public Choice {
        picked = List.copyOf(picked);
        removed = List.copyOf(removed);
    }

    /// Whom to ask; the first first.
    public List<Offer> offers() {
        return picked.stream().map(Picked::offer).toList();
    }

    /// The ids of those whose breaker is open and who are asked all the same, because too few others are left: the
    /// breaker must be half opened before the call, so that no call meets an open one.
    public Set<String> admitted() {
        return picked.stream()
                .filter(Picked::admit)
                .map(one -> one.offer().provider())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The first moment at which one of those that are not asked may be asked again, where it is known.
    public Optional<Instant> soonest() {
        return removed.stream().map(Removed::until).filter(Objects::nonNull).min(Instant::compareTo);
    }

    /// As a receipt tells it: in the order of asking, those removed last.
    public List<Candidate> candidates() {
        return Stream.concat(
                        picked.stream().map(Picked::candidate), removed.stream().map(Removed::candidate))
                .toList();
    }
}
