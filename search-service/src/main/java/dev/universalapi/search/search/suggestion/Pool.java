package dev.universalapi.search.search.suggestion;

import dev.universalapi.search.fusion.Hit;
import dev.universalapi.search.intent.classifier.Tokens;
import dev.universalapi.search.intent.classifier.Tokens.Token;
import dev.universalapi.search.intent.text.Folding;
import dev.universalapi.search.intent.text.Spelling;
import dev.universalapi.search.intent.text.Spelling.Known;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How what was found spells things: sources that forgive a slip find what was meant.
final class Pool {
    private static final int FEWEST = 2;

    private final Set<String> words = new HashSet<>();
    private final Spelling titles;

    Pool(List<Hit> hits) {
        var titled = new HashMap<String, Integer>();
        var written = new HashMap<String, String>();
        for (var hit : hits) {
            Tokens.of(hit.text()).forEach(token -> words.add(token.folded()));
            for (var token : Set.copyOf(Tokens.of(hit.title()))) {
                words.add(token.folded());
                titled.merge(token.folded(), 1, Integer::sum);
                written.putIfAbsent(token.folded(), as(hit.title(), token));
            }
        }
        this.titles = new Spelling(titled.entrySet().stream()
                .filter(word -> word.getValue() >= FEWEST)
                .map(word -> known(word, written))
                .toList());
    }

    /// What a word that stands nowhere is spelt as in two titles at least; empty where it is not, and where it is but
    /// another form of it.
    Optional<String> nearest(String word) {
        var key = Folding.fold(word);
        if (words.contains(key)) {
            return Optional.empty();
        }
        return titles.nearest(key).filter(found -> {
            var other = Folding.fold(found);
            return !other.startsWith(key) && !key.startsWith(other);
        });
    }

    private static Known known(Map.Entry<String, Integer> word, Map<String, String> written) {
        return new Known(word.getKey(), written.getOrDefault(word.getKey(), word.getKey()), word.getValue());
    }

    private static String as(String title, Token token) {
        return title.substring(token.from(), token.to());
    }
}
