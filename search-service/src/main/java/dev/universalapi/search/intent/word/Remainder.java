package dev.universalapi.search.intent.word;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.classifier.Tokens;
import dev.universalapi.search.intent.classifier.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is left to look for.
public final class Remainder {
    private final Sayings sayings;
    private final String category;
    private final Language language;
    private final StringBuilder rest = new StringBuilder();

    private Remainder(Sayings sayings, String category, Language language) {
        this.sayings = sayings;
        this.category = category;
        this.language = language;
    }

    /// The words of a part of a text without slots and the words that merely say the intent; lower case, may be empty.
    ///
    /// @param used slots that are asked by, in their order
    public static String of(
            Sayings sayings, String category, Language language, String text, Slot.Span part, List<Slot> used) {
        var remainder = new Remainder(sayings, category, language);
        var fragment = new ArrayList<Token>();
        var next = 0;
        for (var token : Tokens.of(text)) {
            if (token.from() < part.from() || token.to() > part.to()) {
                continue;
            }
            while (next < used.size() && used.get(next).span().to() <= token.from()) {
                next++;
            }
            if (next < used.size() && used.get(next).span().from() < token.to()) {
                remainder.addFragment(text, fragment);
                fragment.clear();
            } else {
                fragment.add(token);
            }
        }
        remainder.addFragment(text, fragment);
        return remainder.rest.toString();
    }

    private void addFragment(String text, List<Token> fragment) {
        var tokens = trimmed(fragment);
        var from = 0;
        var at = 0;
        while (at < tokens.size()) {
            var said = sayings.anywhere(category, language, tokens, at);
            if (said > 0) {
                add(text, tokens.subList(from, at));
                from = at + said;
            }
            at += Math.max(1, said);
        }
        add(text, tokens.subList(from, tokens.size()));
    }

    private void add(String text, List<Token> words) {
        var left = trimmed(words);
        if (!left.isEmpty()) {
            rest.append(rest.isEmpty() ? "" : " ")
                    .append(text.substring(
                                    left.getFirst().from(), left.getLast().to())
                            .toLowerCase(Locale.ROOT));
        }
    }

    private List<Token> trimmed(List<Token> words) {
        var left = words;
        while (!left.isEmpty()) {
            var start = sayings.atStart(category, language, left);
            if (start > 0) {
                left = left.subList(start, left.size());
                continue;
            }
            var end = sayings.atEnd(category, language, left);
            if (end == 0) {
                return left;
            }
            left = left.subList(0, left.size() - end);
        }
        return left;
    }
}
