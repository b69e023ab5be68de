package dev.universalapi.search.intent.slot.day;

import dev.universalapi.search.intent.slot.context.Cue;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Days by their distance from today: `in 3 days`, `il y a deux semaines`, `next 5 days`, `7 derniers jours`.
final class Distances {
    private static final Map<String, Integer> COUNTS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("un", 1),
            Map.entry("une", 1),
            Map.entry("two", 2),
            Map.entry("deux", 2),
            Map.entry("three", 3),
            Map.entry("trois", 3),
            Map.entry("four", 4),
            Map.entry("quatre", 4),
            Map.entry("five", 5),
            Map.entry("cinq", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("sept", 7),
            Map.entry("eight", 8),
            Map.entry("huit", 8),
            Map.entry("nine", 9),
            Map.entry("neuf", 9),
            Map.entry("ten", 10),
            Map.entry("dix", 10),
            Map.entry("fourteen", 14),
            Map.entry("quatorze", 14),
            Map.entry("quinze", 15),
            Map.entry("thirty", 30),
            Map.entry("trente", 30));
    private static final Set<String> NEXT =
            Set.of("next", "coming", "following", "prochains", "prochaines", "prochain");
    private static final Set<String> LAST = Set.of("last", "past", "previous", "derniers", "dernieres", "dernier");
    private static final int MOST = 1000;

    private final Calendar calendar;

    Distances(Calendar calendar) {
        this.calendar = calendar;
    }

    List<Found> in(Reading reading) {
        var found = new ArrayList<Found>();
        for (var at = 0; at < reading.sentence().size(); at++) {
            var count = count(reading.sentence(), at);
            var distance = count > 0 ? at(reading, at, count) : null;
            if (distance != null) {
                found.add(distance);
            }
        }
        return found;
    }

    private @Nullable Found at(Reading reading, int at, int count) {
        var sentence = reading.sentence();
        var today = reading.today();
        var way = sentence.word(at + 1);
        var parted = NEXT.contains(way) || LAST.contains(way);
        var unit = calendar.unit(sentence, parted ? at + 2 : at + 1);
        if (unit == null) {
            return null;
        }
        var end = parted ? at + 3 : at + 2;
        if (parted) {
            return new Found(at, end, span(NEXT.contains(way), count, unit, today));
        }
        var before = sentence.word(at - 1);
        if (NEXT.contains(before) || LAST.contains(before)) {
            return new Found(at - 1, end, span(NEXT.contains(before), count, unit, today));
        }
        if (sentence.has(end, "ago")) {
            return new Found(at, end + 1, Days.of(today.minus(count, unit)));
        }
        if (before.equals("a") && sentence.has(at - 2, "y") && sentence.has(at - 3, "il")) {
            return new Found(at - 3, end, Days.of(today.minus(count, unit)));
        }
        if (before.equals("dans") || before.equals("in") || before.equals("ici") && sentence.has(at - 2, "d")) {
            return new Found(at - 1, end, Days.of(today.plus(count, unit)));
        }
        return over(reading, at, end, unit == ChronoUnit.DAYS ? count : 0);
    }

    /// A forecast is of days to come, and a course of days that have passed: `5 day forecast`, `sur 30 jours`.
    private static @Nullable Found over(Reading reading, int at, int end, int days) {
        var sentence = reading.sentence();
        var over = sentence.has(end, "forecast") || Set.of("sur", "a", "over").contains(sentence.word(at - 1));
        if (days > 1 && reading.isAbout(at, Cue.WEATHER)) {
            return new Found(at, end, new Days(reading.today(), reading.today().plusDays(days - 1L)));
        }
        return days > 1 && over && reading.isAbout(at, Cue.PRICE, Cue.STOCK, Cue.EXCHANGE, Cue.CRYPTO)
                ? new Found(at, end, span(false, days, ChronoUnit.DAYS, reading.today()))
                : null;
    }

    private static Days span(boolean next, int count, ChronoUnit unit, LocalDate today) {
        return next ? new Days(today.plusDays(1), today.plus(count, unit)) : new Days(today.minus(count, unit), today);
    }

    /// How many; 0 where the word is no number.
    private static int count(Sentence sentence, int at) {
        var word = sentence.word(at);
        if (!sentence.token(at).isDigits()) {
            return COUNTS.getOrDefault(word, 0);
        }
        return word.length() > 4 || Integer.parseInt(word) > MOST ? 0 : Integer.parseInt(word);
    }
}
