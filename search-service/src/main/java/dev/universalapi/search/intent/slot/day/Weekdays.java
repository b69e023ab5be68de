package dev.universalapi.search.intent.slot.day;

import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Days of the week: `friday` is the next one or today, `next friday` and `vendredi prochain` the next after today,
/// `vendredi dernier` the last before.
final class Weekdays {
    private static final Set<String> NEXT = Set.of("next", "prochain", "coming");
    private static final Set<String> LAST = Set.of("last", "dernier", "past", "passe");
    private static final Set<String> THIS = Set.of("this", "ce");
    private static final Set<String> PARTS =
            Set.of("morning", "afternoon", "evening", "night", "matin", "midi", "soir");

    private final Calendar calendar;

    Weekdays(Calendar calendar) {
        this.calendar = calendar;
    }

    List<Found> in(Reading reading) {
        var found = new ArrayList<Found>();
        var sentence = reading.sentence();
        for (var at = 0; at < sentence.size(); at++) {
            var weekday = calendar.weekday(sentence, at);
            if (weekday != null) {
                var before = sentence.word(at - 1);
                var marked = NEXT.contains(before) || LAST.contains(before) || THIS.contains(before);
                var to = end(sentence, at + 1);
                var after = sentence.word(to - 1);
                var next = NEXT.contains(before) || NEXT.contains(after);
                var last = LAST.contains(before) || LAST.contains(after);
                var day = last
                        ? reading.today().with(TemporalAdjusters.previous(weekday))
                        : reading.today()
                                .with(next ? TemporalAdjusters.next(weekday) : TemporalAdjusters.nextOrSame(weekday));
                found.add(new Found(marked ? at - 1 : at, to, days(day)));
            }
        }
        return found;
    }

    private static Days days(LocalDate day) {
        return Days.of(day);
    }

    private static int end(Sentence sentence, int at) {
        var to = at;
        if (PARTS.contains(sentence.word(to))) {
            to++;
        }
        var after = sentence.word(to);
        return after.equals("prochain") || after.equals("dernier") || after.equals("passe") ? to + 1 : to;
    }
}
