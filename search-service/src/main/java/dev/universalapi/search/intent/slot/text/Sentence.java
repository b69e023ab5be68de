package dev.universalapi.search.intent.slot.text;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A text as words, and the names that up to six of them in a row could be.
public final class Sentence {
    /// No name has more words.
    public static final int LONGEST = 6;

    private final String text;
    private final List<Token> tokens;
    private final @Nullable String[] keys;
    private final boolean minding;

    private Sentence(String text, List<Token> tokens, @Nullable String[] keys) {
        this.text = text;
        this.tokens = tokens;
        this.keys = keys;
        this.minding = mindsLetters(tokens);
    }

    public static Sentence of(String text) {
        var tokens = Words.of(text);
        var opaque = Opaque.in(text, tokens);
        var keys = new @Nullable String[tokens.size() * LONGEST];
        for (var at = 0; at < tokens.size(); at++) {
            var key = new StringBuilder();
            for (var next = at; next < Math.min(tokens.size(), at + LONGEST) && !opaque.get(next); next++) {
                if (next > at && !tokens.get(next).gap().joins()) {
                    break;
                }
                key.append(next == at ? "" : " ").append(tokens.get(next).word());
                keys[at * LONGEST + next - at] = key.toString();
            }
        }
        return new Sentence(text, tokens, keys);
    }

    /// The words of a name as they are looked up: folded, with one space between them.
    public static String keyOf(String name) {
        var plain = Keys.plainKey(name);
        return plain.isEmpty()
                ? String.join(" ", Words.of(name).stream().map(Token::word).toList())
                : plain;
    }

    public int size() {
        return tokens.size();
    }

    public Token token(int at) {
        return tokens.get(at);
    }

    /// Whether there is a word at that place and it is this one.
    public boolean has(int at, String word) {
        return at >= 0 && at < size() && token(at).is(word);
    }

    /// A word, or nothing where the text has none at that place.
    public String word(int at) {
        return at >= 0 && at < size() ? token(at).word() : "";
    }

    /// So many words from one on, as they are looked up; null where they can't be one name.
    public @Nullable String key(int at, int words) {
        return at < 0 || words > LONGEST || at + words > size() ? null : keys[at * LONGEST + words - 1];
    }

    /// A word as it is written.
    public String written(int at) {
        return text.substring(token(at).from(), token(at).to());
    }

    /// What stands between a word and the one before it.
    public String before(int at) {
        return text.substring(at == 0 ? 0 : token(at - 1).to(), token(at).from());
    }

    public String text() {
        return text;
    }

    /// Whether large letters say something: not where all or nearly all words begin with one.
    public boolean mindsLetters() {
        return minding;
    }

    private static boolean mindsLetters(List<Token> tokens) {
        var words = IntStream.range(1, tokens.size())
                .mapToObj(tokens::get)
                .filter(token ->
                        token.shape() != Shape.DIGITS && token.shape() != Shape.SIGN && token.to() - token.from() > 3)
                .toList();
        var large = words.stream().filter(Token::isLarge).count();
        var small =
                tokens.stream().filter(token -> token.shape() == Shape.SMALL).count();
        return small > 0 && (words.size() < 2 || large < words.size());
    }
}
