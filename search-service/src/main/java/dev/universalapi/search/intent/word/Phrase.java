package dev.universalapi.search.intent.word;

import dev.universalapi.search.intent.classifier.Tokens.Token;
import java.util.List;

/// Words that merely say an intent.
///
/// @param where in a part of a query they count
/// @param tells whether they tell the intent by themselves
record Phrase(List<String> words, Where where, boolean tells) {
    /// Where a phrase counts.
    enum Where {
        START,
        END,
        ANYWHERE
    }

    /// Reads one as `words.tsv` writes it: `!` tells, `>` at the start, `<` at the end.
    static Phrase of(String written) {
        var tells = written.startsWith("!");
        var rest = tells ? written.substring(1) : written;
        var where = switch (rest.charAt(0)) {
            case '>' -> Where.START;
            case '<' -> Where.END;
            default -> Where.ANYWHERE;
        };
        var words = where == Where.ANYWHERE ? rest : rest.substring(1);
        return new Phrase(List.of(words.split(" ", -1)), where, tells);
    }

    int length() {
        return words.size();
    }

    /// Whether these words stand in a text from a token on.
    boolean stands(List<Token> tokens, int at) {
        if (at < 0 || at + words.size() > tokens.size()) {
            return false;
        }
        for (var next = 0; next < words.size(); next++) {
            if (!tokens.get(at + next).folded().equals(words.get(next))) {
                return false;
            }
        }
        return true;
    }
}
