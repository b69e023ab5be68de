package dev.universalapi.search.intent.slot.finder;

import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import dev.universalapi.search.intent.slot.gazetteer.Regions;
import dev.universalapi.search.intent.slot.gazetteer.Town;
import dev.universalapi.search.intent.slot.text.Gap;
import dev.universalapi.search.intent.slot.text.Sentence;
import dev.universalapi.search.intent.slot.text.Shape;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the country or region that follows a town: `Paris, Texas`, `London Ontario`, `Valence en Espagne`.
final class TailFinder {
    private static final Set<String> LINKS =
            Set.of("in", "en", "au", "aux", "dans", "d", "de", "du", "la", "le", "l", "the");
    private static final int MOST_LINKS = 2;

    /// @param end the word after the region's last
    record Tail(Town town, int end) {}

    private final Regions regions;
    private final Gazetteer<String> countries;

    TailFinder(Regions regions, Gazetteer<String> countries) {
        this.regions = regions;
        this.countries = countries;
    }

    /// The town of these that lies in what follows; null where nothing follows that one lies in.
    @Nullable
    Tail after(Reading reading, int at, List<Town> towns) {
        var sentence = reading.sentence();
        for (var links = 0; links <= MOST_LINKS && at + links < sentence.size(); links++) {
            if (links > 0 && !LINKS.contains(sentence.word(at + links - 1))) {
                return null;
            }
            var tail = at(reading, at + links, towns, links == 0);
            if (tail != null) {
                return tail;
            }
        }
        return null;
    }

    private @Nullable Tail at(Reading reading, int at, List<Town> towns, boolean direct) {
        var sentence = reading.sentence();
        for (var words = Math.min(Sentence.LONGEST, sentence.size() - at); words > 0; words--) {
            var key = sentence.key(at, words);
            if (key != null && isReadable(sentence, at, key, direct)) {
                var within = within(reading, key, towns);
                if (!within.isEmpty()) {
                    return new Tail(within.getFirst(), at + words);
                }
            }
        }
        return null;
    }

    private List<Town> within(Reading reading, String key, List<Town> towns) {
        var codes = countries.named(key).stream()
                .filter(name -> name.language() == null || name.language() == reading.language())
                .map(name -> name.value())
                .toList();
        var inCountry =
                towns.stream().filter(town -> codes.contains(town.country())).toList();
        return inCountry.isEmpty() ? Regions.within(towns, regions.named(key)) : inCountry;
    }

    /// A code of two letters is a word too: it has to be in capitals or after a comma.
    private static boolean isReadable(Sentence sentence, int at, String key, boolean direct) {
        var token = sentence.token(at);
        return key.length() > 2
                || direct && (token.shape() == Shape.CAPITALS || token.gap() == Gap.BREAK && key.length() == 2);
    }
}
