package dev.universalapi.search.intent.slot;

import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.slot.context.Cue;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.finder.Candidate;
import dev.universalapi.search.intent.slot.finder.Finder;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import dev.universalapi.search.intent.slot.gazetteer.Town;
import dev.universalapi.search.intent.slot.gazetteer.Towns;
import dev.universalapi.search.intent.text.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds a large town with one letter wrong, in a query that is about the weather or a place and says nothing else:
/// `meteo marseile`.
final class MisspeltFinder implements Finder {
    private static final int PEOPLE = 100_000;
    private static final int SHORTEST = 5;

    private final Map<String, Town> towns = new HashMap<>();
    private final Towns all;
    private final Spelling spelling;

    MisspeltFinder(Towns all) {
        this.all = all;
        var known = new ArrayList<Spelling.Known>();
        all.largest(PEOPLE).forEach((key, town) -> {
            towns.put(key, town);
            known.add(new Spelling.Known(key, key, town.population()));
        });
        this.spelling = new Spelling(known);
    }

    @Override
    public List<Candidate> find(Reading reading) {
        var found = new ArrayList<Candidate>();
        var sentence = reading.sentence();
        for (var at = 0; at < sentence.size(); at++) {
            if (isAsked(reading, at)) {
                var word = sentence.word(at);
                var span = Candidate.span(sentence, at, at + 1);
                spelling.nearest(word, 1)
                        .filter(key -> key.charAt(0) == word.charAt(0))
                        .map(towns::get)
                        .ifPresent(town -> found.add(Candidate.of(place(span, town), 1)));
            }
        }
        return found;
    }

    private boolean isAsked(Reading reading, int at) {
        var sentence = reading.sentence();
        var word = sentence.word(at);
        return word.length() >= SHORTEST
                && reading.isAbout(at, Cue.WEATHER)
                && sentence.key(at, 1) != null
                && Gazetteer.isWhole(sentence, at, at + 1)
                && !reading.isQuiet(at)
                && !all.isName(word)
                && reading.isAlone(at, at + 1);
    }

    private static Slot.Place place(Slot.Span span, Town town) {
        return new Slot.Place(span, town.name(), town.country(), town.latitude(), town.longitude(), town.population());
    }
}
