package dev.universalapi.search.intent.classifier;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
                var folded = fold(text.substring(at, next));
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

    /// Lower case, without accents, ligatures taken apart.
    public static String fold(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (isPlain(lower)) {
            return lower;
        }
        var apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        var folded = new StringBuilder(apart.length());
        apart.codePoints().forEach(character -> {
            switch (character) {
                case 'œ' -> folded.append("oe");
                case 'æ' -> folded.append("ae");
                case 'ß' -> folded.append("ss");
                case 'ø' -> folded.append('o');
                case 'ł' -> folded.append('l');
                default -> {
                    if (!isMark(character)) {
                        folded.appendCodePoint(character);
                    }
                }
            }
        });
        return folded.toString();
    }

    private static boolean isOfWord(int character) {
        return Character.isLetterOrDigit(character) || isMark(character);
    }

    private static boolean isMark(int character) {
        var type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(character -> character < 128);
    }
}
