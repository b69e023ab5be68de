package dev.universalapi.search.fusion.summary;

import dev.universalapi.search.fusion.Ranked;
import dev.universalapi.search.intent.Language;
import java.util.List;
import java.util.Optional;

/// A stand-in: the text of the first.
public final class Summaries {
    public Optional<Summary> summarize(String query, Language language, List<Ranked> ranked) {
        return ranked.stream()
                .filter(one -> !one.hit().text().isBlank())
                .findFirst()
                .map(one -> new Summary(List.of(new Summary.Sentence(one.hit().text(), ranked.indexOf(one) + 1))));
    }
}
