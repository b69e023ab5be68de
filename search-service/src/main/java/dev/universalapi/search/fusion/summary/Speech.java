package dev.universalapi.search.fusion.summary;

import dev.universalapi.search.fusion.word.StopWords;
import dev.universalapi.search.intent.Language;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

/// Tells the language of a text by the small words that it cannot do without.
final class Speech {
    private static final int READ = 1_000;
    private static final double SHARE = 0.1;

    private Speech() {}

    static boolean is(Language language, String text) {
        var words = text.substring(0, Math.min(READ, text.length()))
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}]+");
        var others = Arrays.stream(Language.values())
                .filter(other -> other != language)
                .toList();
        var own = count(words, word -> has(language, word) && others.stream().noneMatch(other -> has(other, word)));
        var foreign =
                count(words, word -> !has(language, word) && others.stream().anyMatch(other -> has(other, word)));
        return own > foreign && own >= SHARE * words.length;
    }

    private static boolean has(Language language, String word) {
        return StopWords.of(language).contains(word);
    }

    private static long count(String[] words, Predicate<String> kind) {
        return Arrays.stream(words).filter(kind).count();
    }
}
