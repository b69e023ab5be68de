package dev.universalapi.search.intent.slot;

import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.slot.finder.Candidate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Takes of candidates that overlap the longest, and of those as long the surest.
final class Selection {
    private static final Comparator<Candidate> BEST = Comparator.comparingInt(Selection::length)
            .thenComparingInt(Candidate::sureness)
            .reversed()
            .thenComparingInt(candidate -> candidate.span().from());

    private Selection() {}

    /// @return in the order of the text
    static List<Slot> of(List<Candidate> candidates) {
        var taken = new BitSet();
        var slots = new ArrayList<Slot>();
        for (var candidate : candidates.stream().sorted(BEST).toList()) {
            var span = candidate.span();
            var next = taken.nextSetBit(span.from());
            if (next < 0 || next >= span.to()) {
                taken.set(span.from(), span.to());
                slots.addAll(candidate.slots());
            }
        }
        slots.sort(Comparator.comparingInt(slot -> slot.span().from()));
        return List.copyOf(slots);
    }

    private static int length(Candidate candidate) {
        return candidate.span().to() - candidate.span().from();
    }
}
