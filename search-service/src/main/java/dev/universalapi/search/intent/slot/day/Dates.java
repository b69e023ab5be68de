package dev.universalapi.search.intent.slot.day;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.slot.context.Cue;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Dates by number and month: `2026-12-24`, `24/12/2026`, `14 juillet`, `July 4th, 2027`, `mars 2024`, `en 2025`.
final class Dates {
    private static final Set<String> ORDINAL = Set.of("st", "nd", "rd", "th", "er", "eme", "e");
    private static final Set<String> WITHIN = Set.of(
            "in", "en", "during", "pendant", "fin", "debut", "mi", "mois", "d", "this", "ce", "until", "since",
            "depuis");

    private final Calendar calendar;

    Dates(Calendar calendar) {
        this.calendar = calendar;
    }

    List<Found> in(Reading reading) {
        var found = new ArrayList<Found>();
        for (var at = 0; at < reading.sentence().size(); at++) {
            var date = at(reading, at);
            if (date != null) {
                found.add(date);
            }
        }
        return found;
    }

    private @Nullable Found at(Reading reading, int at) {
        var sentence = reading.sentence();
        if (!sentence.token(at).isDigits()) {
            return month(reading, at);
        }
        var written = written(reading, at);
        if (written != null) {
            return written;
        }
        var named = dayFirst(reading, at);
        return named == null ? year(reading, at) : named;
    }

    /// Three numbers, with a hyphen, a slash or a dot between them.
    private static @Nullable Found written(Reading reading, int at) {
        var sentence = reading.sentence();
        if (at + 3 > sentence.size()
                || !isJoined(sentence, at + 1)
                || !sentence.before(at + 2).equals(sentence.before(at + 1))
                || !sentence.token(at + 2).isDigits()) {
            return null;
        }
        var first = number(sentence, at);
        var second = number(sentence, at + 1);
        var third = number(sentence, at + 2);
        if (sentence.word(at).length() == 4) {
            return found(at, at + 3, first, second, third);
        }
        if (sentence.word(at + 2).length() != 4) {
            return null;
        }
        var monthFirst = reading.language() == Language.EN
                && first <= 12
                && sentence.before(at + 1).equals("/");
        return monthFirst || second > 12
                ? found(at, at + 3, third, first, second)
                : found(at, at + 3, third, second, first);
    }

    private static boolean isJoined(Sentence sentence, int at) {
        return sentence.token(at).isDigits() && Set.of("-", "/", ".").contains(sentence.before(at));
    }

    private static @Nullable Found found(int from, int to, int year, int month, int day) {
        return isYear(year) && isDay(month, day) && Year.of(year).isValidMonthDay(MonthDay.of(month, day))
                ? new Found(from, to, Days.of(LocalDate.of(year, month, day)))
                : null;
    }

    private static boolean isDay(int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).maxLength();
    }

    /// `14 juillet 2027`, `the 4th of July`.
    private @Nullable Found dayFirst(Reading reading, int at) {
        var sentence = reading.sentence();
        var next = afterOrdinal(sentence, at + 1);
        if (sentence.has(next, "of") || sentence.has(next, "de")) {
            next++;
        }
        var month = next < sentence.size() ? calendar.month(sentence, next, true) : 0;
        return month == 0 ? null : dated(reading, at, next + 1, month, number(sentence, at));
    }

    private @Nullable Found dated(Reading reading, int from, int to, int month, int day) {
        if (!isDay(month, day)) {
            return null;
        }
        var start = startOf(reading.sentence(), from);
        if (isYearAt(reading.sentence(), to)) {
            return new Found(start, to + 1, Days.of(Calendar.on(number(reading.sentence(), to), month, day)));
        }
        return new Found(start, to, Days.of(Calendar.next(month, day, reading.today())));
    }

    /// A weekday before it is of it: `vendredi 27 novembre`.
    private int startOf(Sentence sentence, int from) {
        return from > 0 && calendar.weekday(sentence, from - 1) != null ? from - 1 : from;
    }

    /// `July 4th`, `mars 2024`, `en décembre`.
    private @Nullable Found month(Reading reading, int at) {
        var sentence = reading.sentence();
        var month = calendar.month(sentence, at, true);
        if (month == 0) {
            return null;
        }
        if (isYearAt(sentence, at + 1)) {
            return new Found(at, at + 2, Days.of(YearMonth.of(number(sentence, at + 1), month)));
        }
        if (sentence.size() > at + 1 && sentence.token(at + 1).isDigits()) {
            var day = number(sentence, at + 1);
            return dated(reading, at, afterOrdinal(sentence, at + 2), month, day);
        }
        var alone = calendar.month(sentence, at, false) > 0
                && (calendar.isSureMonth(sentence, at) || WITHIN.contains(sentence.word(at - 1)));
        return alone ? new Found(at, at + 1, Days.of(next(month, reading.today()))) : null;
    }

    private static YearMonth next(int month, LocalDate today) {
        var here = YearMonth.of(today.getYear(), month);
        return here.isBefore(YearMonth.from(today)) ? here.plusYears(1) : here;
    }

    /// A year by itself, where a word before it or the query says that it is one.
    private static @Nullable Found year(Reading reading, int at) {
        var sentence = reading.sentence();
        var said = Set.of("in", "en", "annee", "year", "since", "depuis").contains(sentence.word(at - 1))
                || reading.isAbout(at, Cue.INDICATOR);
        return said && isYearAt(sentence, at) && !reading.isAbout(at, Cue.MEDIA)
                ? new Found(at, at + 1, Days.of(Year.of(number(sentence, at))))
                : null;
    }

    private static int afterOrdinal(Sentence sentence, int at) {
        return ORDINAL.contains(sentence.word(at)) ? at + 1 : at;
    }

    private static boolean isYearAt(Sentence sentence, int at) {
        return at < sentence.size()
                && sentence.word(at).length() == 4
                && sentence.token(at).isDigits()
                && isYear(number(sentence, at));
    }

    private static boolean isYear(int year) {
        return year >= 1800 && year < 2200;
    }

    private static int number(Sentence sentence, int at) {
        var digits = sentence.word(at);
        return digits.length() > 4 ? -1 : Integer.parseInt(digits);
    }
}
