package dev.universalapi.search.intent.slot.finder;

import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.slot.context.Cue;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import dev.universalapi.search.intent.slot.gazetteer.Regions;
import dev.universalapi.search.intent.slot.gazetteer.Town;
import dev.universalapi.search.intent.slot.gazetteer.Towns;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/// Finds towns, and the country or region after one that says which of several is meant.
public final class PlaceFinder implements Finder {
    private final Towns towns;
    private final Regions regions;
    private final Gazetteer<String> countries;
    private final TailFinder tails;
    private final PlaceEvidence evidence;

    public PlaceFinder(Towns towns, Regions regions, Gazetteer<String> countries) {
        this.towns = towns;
        this.regions = regions;
        this.countries = countries;
        this.tails = new TailFinder(regions, countries);
        this.evidence = new PlaceEvidence();
    }

    @Override
    public List<Candidate> find(Reading reading) {
        var found = new ArrayList<Candidate>();
        var sentence = reading.sentence();
        for (var at = 0; at < sentence.size(); at++) {
            for (var words = Math.min(Sentence.LONGEST, sentence.size() - at); words > 0; words--) {
                var key = sentence.key(at, words);
                if (key != null && Gazetteer.isWhole(sentence, at, at + words)) {
                    var articled = articled(sentence, at, key);
                    add(found, reading, at, at + words, towns.isName(articled) ? articled : key);
                }
            }
        }
        return found;
    }

    /// `du Mans` is of `le Mans`, and `aux Sables-d'Olonne` of `les Sables-d'Olonne`.
    private static String articled(Sentence sentence, int at, String key) {
        return switch (sentence.word(at - 1)) {
            case "du", "au" -> "le " + key;
            case "des", "aux" -> "les " + key;
            default -> "";
        };
    }

    private void add(List<Candidate> found, Reading reading, int from, int to, String key) {
        if (!towns.isName(key)) {
            return;
        }
        var named = towns.named(key, reading.language());
        var tail = tails.after(reading, to, towns.anywhere(key, reading.language()));
        if (tail != null && isName(reading, from, key)) {
            found.add(candidate(reading, from, tail.end(), tail.town()));
            return;
        }
        if (!named.isEmpty()
                && !regions.isKnown(key)
                && !isCountry(reading, from, key, named.getFirst())
                && evidence.isEnough(reading, from, to, named.getFirst(), key)) {
            found.add(candidate(reading, from, to, named.getFirst()));
        }
    }

    /// Whether words before a region are a town's name at all; `Paris, Texas` is a film too.
    private static boolean isName(Reading reading, int from, String key) {
        var titled = reading.isAbout(from, Cue.MEDIA, Cue.BOOK) && !reading.isAfterAt(from);
        return !titled && !reading.isNever(key) && !reading.isSilent(key);
    }

    /// A name of a country is one, but for towns that are countries, where the query is about what a town has.
    private boolean isCountry(Reading reading, int from, String key, Town town) {
        var same = countries.named(key).stream()
                .filter(name -> name.language() == null || name.language() == reading.language())
                .toList();
        return same.stream().anyMatch(name -> !name.value().equals(town.country()))
                || !same.isEmpty() && !reading.isAbout(from, Cue.WEATHER, Cue.PLACE, Cue.TRAVEL);
    }

    private static Candidate candidate(Reading reading, int from, int to, Town town) {
        var span = Candidate.span(reading.sentence(), from, to);
        var place =
                new Slot.Place(span, town.name(), town.country(), town.latitude(), town.longitude(), town.population());
        var sure = reading.isAbout(from, Cue.WEATHER, Cue.PLACE, Cue.TRAVEL);
        return Candidate.of(place, sure ? Candidate.COUNTRY + 1 : Candidate.PLACE);
    }
}
