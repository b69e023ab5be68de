package dev.universalapi.search.intent.slot.day;

import dev.universalapi.search.intent.slot.context.Cue;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.gazetteer.Entries;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;

/// Days with a name of their own: `demain`, `this weekend`, `Noël`.
final class Phrases {
    private final Gazetteer<String> names;

    Phrases() {
        names = Gazetteer.of(
                Entries.of("days.txt").stream()
                        .flatMap(entry -> entry.names().stream().map(name -> marked(entry.key(), name)))
                        .toList(),
                rule -> rule);
    }

    private static Entries marked(String rule, String name) {
        return name.startsWith("~")
                ? new Entries("~" + rule, List.of(name.substring(1)))
                : new Entries(rule, List.of(name));
    }

    List<Found> in(Reading reading) {
        return names.mentions(reading.sentence(), reading.language(), false).stream()
                .filter(mention -> !mention.value().startsWith("~")
                        || reading.isAbout(mention.from(), Cue.WEATHER, Cue.TRAVEL, Cue.EXCHANGE, Cue.INDICATOR))
                .map(mention -> new Found(mention.from(), mention.to(), days(plain(mention.value()), reading.today())))
                .toList();
    }

    private static String plain(String rule) {
        return rule.startsWith("~") ? rule.substring(1) : rule;
    }

    private static Days days(String rule, LocalDate today) {
        if (Character.isDigit(rule.charAt(0))) {
            var day = MonthDay.parse("--" + rule);
            var here = day.atYear(today.getYear());
            return Days.of(here.isBefore(today) ? here.plusYears(1) : here);
        }
        var sign = Math.max(rule.indexOf('+'), rule.indexOf('-'));
        var steps = Integer.parseInt(rule.substring(sign));
        return switch (rule.substring(0, sign)) {
            case "day" -> Days.of(today.plusDays(steps));
            case "weekend" -> Days.weekend(today.plusWeeks(steps));
            case "week" -> Days.week(today.plusWeeks(steps));
            case "month" -> Days.of(YearMonth.from(today).plusMonths(steps));
            case "year" -> Days.of(Year.from(today).plusYears(steps));
            case String other -> throw new IllegalArgumentException(other);
        };
    }
}
