package dev.universalapi.search.search.source;

import dev.universalapi.search.intent.Slot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What makes an operation the one that is meant among those of its category. Any one of it is enough; without any it
/// always is.
///
/// @param words one of which stands in the query
/// @param day where the day that is spoken of lies
record When(List<Folded> words, @Nullable Day day) {

    /// Where a day lies.
    enum Day {
        /// Before today.
        PAST,
        /// After today.
        FUTURE
    }

    When {
        words = List.copyOf(words);
    }

    boolean applies(Given given) {
        if (words.isEmpty() && day == null) {
            return true;
        }
        var text = Folded.of(given.intent().text());
        return words.stream().anyMatch(text::has) || day != null && lies(given, day);
    }

    private static boolean lies(Given given, Day day) {
        return given.slot(Slot.Day.class)
                .filter(slot -> switch (day) {
                    case PAST -> slot.last().isBefore(given.today());
                    case FUTURE -> slot.last().isAfter(given.today());
                })
                .isPresent();
    }
}
