package dev.universalapi.search.search.source;

import dev.universalapi.search.intent.Language;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Constants of contracts in words, by language: `CLEAR` is a clear sky.
record Terms(Map<String, Map<String, String>> words) {
    Terms {
        words = Map.copyOf(words);
    }

    /// What stands for a value in a sentence: the value itself, where there is no other word.
    @Nullable
    String word(@Nullable String value, Language language) {
        if (value == null) {
            return null;
        }
        var known = words.get(value);
        return known == null ? value : known.getOrDefault(language.tag(), value);
    }
}
