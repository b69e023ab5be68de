package dev.universalapi.search.intent.classifier;

import dev.universalapi.search.intent.text.Folding;
import java.util.ArrayList;
import java.util.List;

/// The words of a text: runs of letters and digits, and the signs that mean something.
public final class Tokens {
    private static final String SIGNS = "€$£¥%/@:?#+";

    private Tokens() {}

    /// A word of a text.
    ///
    /// @param folded lower case, without accents
    /// @param from where it stands, in UTF-16 units
    public record Token(String folded, int from, int to) {}

    /// The words of a text in their order; apostrophes and hyphens part words.
    public static List<Token> of(String text) {
        var found = new ArrayList<Token>();
        var at = 0;
        while (at < text.length()) {
            var character = text.codePointAt(at);
            var next = at + Character.charCount(character);
            if (isOfWord(character)) {
                while (next < text.length() && isOfWord(text.codePointAt(next))) {
                    next += Character.charCount(text.codePointAt(next));
                }
                var folded = Folding.fold(text.substring(at, next));
                if (!folded.isEmpty()) {
                    found.add(new Token(folded, at, next));
                }
            } else if (SIGNS.indexOf(character) >= 0) {
                found.add(new Token(text.substring(at, next), at, next));
            }
            at = next;
        }
        return found;
    }

    private static boolean isOfWord(int character) {
        return Character.isLetterOrDigit(character) || Folding.isMark(character);
    }
}
