package dev.universalapi.search.search.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text as words that are compared: in lower case, without accents and whatever stands between words.
record Folded(List<String> words) {
    Folded {
        words = List.copyOf(words);
    }

    static Folded of(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        plain.codePoints().forEach(letter -> {
            if (Character.isLetterOrDigit(letter)) {
                word.appendCodePoint(letter);
            } else if (!isMark(letter) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return new Folded(words);
    }

    private static boolean isMark(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    /// Whether these words stand in it, one after the other.
    boolean has(Folded phrase) {
        int last = words.size() - phrase.words().size();
        for (int at = 0; at <= last; at++) {
            if (words.subList(at, at + phrase.words().size()).equals(phrase.words())) {
                return !phrase.words().isEmpty();
            }
        }
        return false;
    }
}
