package dev.universalapi.search.search.suggestion;

import dev.universalapi.search.intent.slot.Slots;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// The names of the gazetteers; none until they are loaded.
public final class KnownNames implements Lexicon {
    private final Supplier<Optional<Slots>> gazetteers;

    public KnownNames(Supplier<Optional<Slots>> gazetteers) {
        this.gazetteers = gazetteers;
    }

    @Override
    public Optional<String> nearest(String word) {
        return gazetteers.get().flatMap(slots -> slots.nearest(word));
    }

    @Override
    public List<Name> beginning(String letters, int most) {
        return gazetteers.get().stream()
                .flatMap(slots -> slots.suggest(letters, most).stream())
                .map(known -> new Name(known.name(), known.kind().name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
