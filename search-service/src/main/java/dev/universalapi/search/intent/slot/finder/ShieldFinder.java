package dev.universalapi.search.intent.slot.finder;

import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import java.util.List;

/// Finds phrases in which nothing is what it looks like: `Real Madrid` is no town.
public final class ShieldFinder implements Finder {
    private final Gazetteer<String> phrases = Gazetteer.read("shields.txt", key -> key);

    @Override
    public List<Candidate> find(Reading reading) {
        return phrases.mentions(reading.sentence(), reading.language(), false).stream()
                .map(mention -> Candidate.shield(
                        Candidate.span(reading.sentence(), mention.from(), mention.to()), Candidate.NAMED + 2))
                .toList();
    }
}
