package dev.universalapi.search.intent.slot.finder;

import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.slot.context.Cue;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import dev.universalapi.search.intent.slot.gazetteer.Mention;
import java.util.List;
import java.util.Set;

/// Finds countries.
public final class CountryFinder implements Finder {
    private static final Set<String> BEFORE = Set.of(
            "in", "en", "au", "aux", "a", "of", "de", "du", "d", "la", "l", "from", "to", "vers", "for", "pour", "the",
            "le");

    private final Gazetteer<String> countries;

    public CountryFinder(Gazetteer<String> countries) {
        this.countries = countries;
    }

    @Override
    public List<Candidate> find(Reading reading) {
        return countries.mentions(reading.sentence(), reading.language(), false).stream()
                .filter(mention -> isMeant(mention, reading))
                .map(mention -> Candidate.of(
                        new Slot.Country(
                                Candidate.span(reading.sentence(), mention.from(), mention.to()), mention.value()),
                        Candidate.COUNTRY))
                .toList();
    }

    private static boolean isMeant(Mention<String> mention, Reading reading) {
        var at = mention.from();
        var named = reading.isAbout(at, Cue.NAME) && !isPreceded(reading, at);
        if (named || isWords(reading, at)) {
            return false;
        }
        return mention.isSure() || !reading.isAfterPerson(at) && isEvident(mention, reading);
    }

    /// What is looked for by words: there a country is one of them.
    private static boolean isWords(Reading reading, int at) {
        return reading.isAbout(at, Cue.MEDIA, Cue.BOOK, Cue.PICTURE, Cue.FOOD, Cue.SPORT, Cue.CODE, Cue.FUN)
                && !reading.isAbout(at, Cue.COUNTRY, Cue.WEATHER, Cue.TRAVEL);
    }

    private static boolean isEvident(Mention<String> mention, Reading reading) {
        var at = mention.from();
        return isPreceded(reading, at)
                || reading.isLarge(at)
                || reading.isAbout(at, Cue.COUNTRY, Cue.WEATHER, Cue.TRAVEL, Cue.EXCHANGE)
                        && reading.isAlone(at, mention.to());
    }

    private static boolean isPreceded(Reading reading, int at) {
        return BEFORE.contains(reading.sentence().word(at - 1));
    }
}
