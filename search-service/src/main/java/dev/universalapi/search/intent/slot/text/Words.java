package dev.universalapi.search.intent.slot.text;

import dev.universalapi.search.intent.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts a text into words in one pass: letters, digits and signs of currencies are parted, all else stands between
/// them.
final class Words {
    private enum Sort {
        LETTERS,
        DIGITS,
        SIGN,
        NONE
    }

    /// What a full stop after does not end a sentence: `St. Louis`.
    private static final Set<String> BRIEF = Set.of("st", "ste", "mt", "ft", "dr", "mr", "mrs");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int end;

    private Words(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        var words = new Words(text);
        words.cut();
        return List.copyOf(words.tokens);
    }

    private void cut() {
        var at = 0;
        while (at < text.length()) {
            var sort = sortAt(at);
            var to = at + Character.charCount(text.codePointAt(at));
            while (sort != Sort.SIGN && sort != Sort.NONE && to < text.length() && goesOn(sort, to)) {
                to += Character.charCount(text.codePointAt(to));
            }
            if (sort != Sort.NONE) {
                add(at, to, sort);
            }
            at = to;
        }
    }

    private boolean goesOn(Sort sort, int at) {
        return sortAt(at) == sort || sort == Sort.LETTERS && Folding.isMark(text.codePointAt(at));
    }

    private void add(int from, int to, Sort sort) {
        var written = text.substring(from, to);
        var shape = switch (sort) {
            case LETTERS -> Shape.ofLetters(written);
            case DIGITS -> Shape.DIGITS;
            case SIGN, NONE -> Shape.SIGN;
        };
        var gap = Gap.of(text, end, from);
        var brief = gap == Gap.BREAK
                && !tokens.isEmpty()
                && BRIEF.contains(tokens.getLast().word())
                && text.charAt(end) == '.';
        tokens.add(new Token(from, to, Keys.of(written), brief ? Gap.SPACE : gap, shape));
        end = to;
    }

    private Sort sortAt(int at) {
        var sign = text.codePointAt(at);
        if (sign >= '0' && sign <= '9') {
            return Sort.DIGITS;
        }
        if (Character.isLetter(sign)) {
            return Sort.LETTERS;
        }
        return Character.getType(sign) == Character.CURRENCY_SYMBOL ? Sort.SIGN : Sort.NONE;
    }
}
