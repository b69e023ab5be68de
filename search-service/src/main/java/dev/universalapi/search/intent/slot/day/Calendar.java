package dev.universalapi.search.intent.slot.day;

import dev.universalapi.search.intent.slot.gazetteer.Entries;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import dev.universalapi.search.intent.slot.gazetteer.Need;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Words of the calendar.
final class Calendar {
    private final Gazetteer<String> words = Gazetteer.of(Entries.of("calendar.txt"), key -> key);

    /// The month that a word is, 1 to 12; 0 where it is none.
    ///
    /// @param brief whether it may be written for short, as it is beside a number
    int month(Sentence sentence, int at, boolean brief) {
        var key = keyOf(sentence, at);
        if (key == null) {
            return 0;
        }
        if (Character.isDigit(key.charAt(0))) {
            return Integer.parseInt(key);
        }
        return brief && key.startsWith("m") && !key.equals("months") ? Integer.parseInt(key.substring(1)) : 0;
    }

    /// Whether a month's name is nothing else.
    boolean isSureMonth(Sentence sentence, int at) {
        return words.named(sentence.word(at)).stream().anyMatch(name -> name.need() == Need.NOTHING);
    }

    @Nullable
    DayOfWeek weekday(Sentence sentence, int at) {
        var key = keyOf(sentence, at);
        return key != null && key.length() == 2 && key.charAt(0) == 'w' ? DayOfWeek.of(key.charAt(1) - '0') : null;
    }

    @Nullable
    ChronoUnit unit(Sentence sentence, int at) {
        var key = keyOf(sentence, at);
        return key != null && key.length() > 3 ? ChronoUnit.valueOf(key.toUpperCase(Locale.ROOT)) : null;
    }

    /// A day of a month in the year, or in the next one where it has passed.
    static LocalDate next(int month, int day, LocalDate today) {
        var year = today.getYear();
        var here = on(year, month, day);
        return here.isBefore(today) ? on(year + 1, month, day) : here;
    }

    /// A day that may not be there: the last of its month instead.
    static LocalDate on(int year, int month, int day) {
        var first = LocalDate.of(year, month, 1);
        return first.withDayOfMonth(Math.min(day, first.lengthOfMonth()));
    }

    private @Nullable String keyOf(Sentence sentence, int at) {
        var named = words.named(sentence.word(at));
        return named.isEmpty() || sentence.key(at, 1) == null
                ? null
                : named.getFirst().value();
    }
}
