package dev.universalapi.search.intent.slot.day;

import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.finder.Candidate;
import dev.universalapi.search.intent.slot.finder.Finder;
import java.util.List;
import java.util.stream.Stream;

/// Finds days in all the ways that they are said.
public final class DayFinder implements Finder {
    private final Phrases phrases = new Phrases();
    private final Calendar calendar = new Calendar();
    private final Dates dates = new Dates(calendar);
    private final Distances distances = new Distances(calendar);
    private final Weekdays weekdays = new Weekdays(calendar);

    @Override
    public List<Candidate> find(Reading reading) {
        return Stream.of(phrases.in(reading), dates.in(reading), distances.in(reading), weekdays.in(reading))
                .flatMap(List::stream)
                .map(found -> candidate(reading, found))
                .toList();
    }

    private static Candidate candidate(Reading reading, Found found) {
        var span = Candidate.span(reading.sentence(), found.from(), found.to());
        var days = found.days();
        return Candidate.of(new Slot.Day(span, days.first(), days.last()), Candidate.NAMED);
    }
}
