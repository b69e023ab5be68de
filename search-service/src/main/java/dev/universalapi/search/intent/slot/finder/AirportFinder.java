package dev.universalapi.search.intent.slot.finder;

import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.slot.context.Cue;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.gazetteer.Entries;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import dev.universalapi.search.intent.slot.gazetteer.Town;
import dev.universalapi.search.intent.slot.gazetteer.Towns;
import dev.universalapi.search.intent.slot.text.Gap;
import dev.universalapi.search.intent.slot.text.Sentence;
import dev.universalapi.search.intent.slot.text.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Finds airports: by code, by name, and by the city where a query tells of a flight from or to it.
public final class AirportFinder implements Finder {
    /// Codes that mean other things more often.
    private static final Set<String> OTHERS = Set.of(
            "MAD", "SAN", "PHP", "CAD", "SAL", "MED", "VAR", "BOS", "DUB", "PEN", "DEN", "SIN", "PER", "SEA", "SAT",
            "MAN", "HAM", "NAN", "CAI", "LIT", "POS", "FOR", "BUR", "BUF", "PIT", "CAN", "COR", "RIC", "RUN", "ACE",
            "TOS", "CAG", "PSA", "RIX", "DAR", "DAC", "BAH", "SHA", "SUB", "LOP", "GUM", "GEO", "POM", "ANC", "PUF",
            "FEZ", "MIR", "DAM", "INN", "BES", "MAH", "LIN", "FAI", "FUE", "BIO", "LEI", "GOA", "GOT", "ATH", "REP",
            "ELP", "COK", "IND", "MCI", "MIA", "ALB", "ORK");

    private final Gazetteer<String> names;
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> cities = new HashMap<>();
    private final Towns towns;

    public AirportFinder(Towns towns) {
        this.towns = towns;
        var entries = Entries.of("airports.txt");
        this.names = Gazetteer.of(
                entries.stream()
                        .map(entry -> new Entries(
                                entry.key(), entry.names().stream().skip(1).toList()))
                        .toList(),
                code -> code);
        for (var entry : entries) {
            codes.put(entry.key().toLowerCase(Locale.ROOT), entry.key());
            cities.putIfAbsent(entry.names().getFirst(), entry.key());
        }
    }

    @Override
    public List<Candidate> find(Reading reading) {
        var found = new ArrayList<Candidate>();
        var sentence = reading.sentence();
        for (var at = 0; at < sentence.size(); at++) {
            if (isCode(reading, at)) {
                found.add(candidate(reading, at, at + 1, codes.getOrDefault(sentence.word(at), "")));
            }
            if (reading.isAbout(at, Cue.FLIGHT, Cue.AIRPORT)) {
                addCities(found, reading, at);
            }
        }
        for (var mention : names.mentions(sentence, reading.language(), false)) {
            if (reading.isAbout(mention.from(), Cue.FLIGHT, Cue.AIRPORT, Cue.TRAVEL)) {
                found.add(candidate(reading, mention.from(), mention.to(), mention.value()));
            }
        }
        return found;
    }

    private boolean isCode(Reading reading, int at) {
        var sentence = reading.sentence();
        var token = sentence.token(at);
        var code = codes.get(token.word());
        if (code == null || sentence.key(at, 1) == null || token.gap() == Gap.GLUED && at > 0 || isSign(reading, at)) {
            return false;
        }
        var travelling = reading.isAbout(at, Cue.TRAVEL, Cue.AIRPORT);
        return token.shape() == Shape.CAPITALS
                ? travelling || !OTHERS.contains(code) && isCapitalsAlone(reading, at)
                : travelling && !OTHERS.contains(code);
    }

    /// A code in capitals where the rest is not, or the whole query.
    private static boolean isCapitalsAlone(Reading reading, int at) {
        return reading.about(at).isEmpty() && (reading.sentence().mindsLetters() || reading.isAlone(at, at + 1))
                || reading.isAbout(at, Cue.WEATHER, Cue.PLACE)
                        && reading.sentence().mindsLetters();
    }

    private static boolean isSign(Reading reading, int at) {
        return at > 0 && reading.sentence().token(at - 1).shape() == Shape.SIGN;
    }

    private void addCities(List<Candidate> found, Reading reading, int at) {
        var sentence = reading.sentence();
        for (var words = Math.min(Sentence.LONGEST, sentence.size() - at); words > 0; words--) {
            var key = sentence.key(at, words);
            if (key != null && Gazetteer.isWhole(sentence, at, at + words) && isMeant(reading, at, at + words, found)) {
                for (var town :
                        towns.named(key, reading.language()).stream().limit(1).toList()) {
                    var code = cities.get(home(town));
                    if (code != null) {
                        found.add(candidate(reading, at, at + words, code));
                    }
                }
            }
        }
    }

    /// `from Paris`, `vers Londres`, `Paris airport`, `vol Paris Londres`.
    private static boolean isMeant(Reading reading, int from, int to, List<Candidate> found) {
        var sentence = reading.sentence();
        var beside = reading.isCue(from - 1) || to < sentence.size() && reading.isCue(to);
        if (sentence.has(from - 2, "dessus") || sentence.has(from - 2, "pres")) {
            return false;
        }
        if (reading.isAbout(from, Cue.FLIGHT)) {
            return reading.isAfterTo(from) || beside || sentence.has(to, "to") || isAfterAnother(sentence, from, found);
        }
        return beside || reading.isAfterOf(from) || reading.isAfterAt(from);
    }

    private static boolean isAfterAnother(Sentence sentence, int from, List<Candidate> found) {
        return from > 0
                && found.stream()
                        .anyMatch(airport ->
                                airport.span().to() == sentence.token(from - 1).to());
    }

    private static String home(Town town) {
        return town.name() + "/" + town.country();
    }

    private static Candidate candidate(Reading reading, int from, int to, String code) {
        var span = Candidate.span(reading.sentence(), from, to);
        return Candidate.of(new Slot.Identifier(span, Slot.Identifier.Kind.AIRPORT, code), Candidate.NAMED + 1);
    }
}
