package dev.universalapi.bench.search;

import dev.universalapi.bench.trial.Load.Question;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Texts that nobody searched before, about nothing that a category is for: no cache can answer them.
final class Phrases implements Supplier<Question> {
    private static final List<String> FIRST = List.of(
            "cobalt", "amber", "hollow", "tidal", "gothic", "feral", "lunar", "ochre", "velvet", "arid", "sunken",
            "brazen", "nomadic", "baroque", "polar", "rustic");
    private static final List<String> SECOND = List.of(
            "lantern",
            "estuary",
            "turbine",
            "monastery",
            "lichen",
            "aqueduct",
            "loom",
            "beacon",
            "granary",
            "mangrove",
            "trellis",
            "quarry",
            "sextant",
            "kiln",
            "orchard",
            "obelisk");
    private static final List<String> THIRD = List.of(
            "restoration",
            "symmetry",
            "folklore",
            "erosion",
            "acoustics",
            "cartography",
            "taxonomy",
            "navigation",
            "masonry",
            "ecology",
            "geometry",
            "archaeology");

    private static final List<String> SYLLABLES = List.of("ke", "li", "mo", "da", "ru", "po", "se", "na");

    private final Random random = new Random(7);
    private final AtomicInteger turn = new AtomicInteger();

    @Override
    public Question get() {
        return new Question(text());
    }

    /// About nothing that a category is for. A word of its own makes each the only one of its kind.
    String text() {
        return one(FIRST) + ' ' + one(SECOND) + ' ' + one(THIRD) + ' ' + word(turn.incrementAndGet());
    }

    /// About five things at once, for which as many sources are asked as a search asks.
    String several() {
        return "who is %1$s, side effects of %1$s, next matches of %1$s, author of the novel %1$s, cast of the movie %1$s"
                .formatted(one(FIRST) + ' ' + one(SECOND) + ' ' + word(turn.incrementAndGet()));
    }

    /// About the same, and asked by nobody before.
    String again(String text) {
        return text + ' ' + word(turn.incrementAndGet());
    }

    // a syllable a digit
    private static String word(int number) {
        var word = new StringBuilder();
        for (var left = number + SYLLABLES.size() * SYLLABLES.size(); left > 0; left /= SYLLABLES.size()) {
            word.append(SYLLABLES.get(left % SYLLABLES.size()));
        }
        return word.toString();
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
