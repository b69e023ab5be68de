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

    private final Random random = new Random(7);
    private final AtomicInteger turn = new AtomicInteger();

    @Override
    public Question get() {
        return new Question(text());
    }

    /// A number that rises makes each the only one of its kind.
    String text() {
        return "%s %s %s x%d".formatted(one(FIRST), one(SECOND), one(THIRD), turn.incrementAndGet());
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
