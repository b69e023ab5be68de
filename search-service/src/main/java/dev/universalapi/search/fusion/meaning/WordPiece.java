package dev.universalapi.search.fusion.meaning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Cuts a text into the pieces that BERT's uncased models know: lower case, without accents, signs and ideographs
/// apart,
/// and of every word the longest piece from its start, then of what is left.
final class WordPiece {
    private static final int LONGEST_WORD = 100;
    private static final String GOES_ON = "##";

    private final Map<String, Integer> vocabulary;
    private final int start;
    private final int end;
    private final int unknown;

    /// @param vocabulary the number of each piece; those inside words begin with `##`
    WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.start = number("[CLS]");
        this.end = number("[SEP]");
        this.unknown = number("[UNK]");
    }

    /// The numbers of the pieces of a text, between those for start and end, at most so many.
    long[] pieces(String text, int most) {
        var pieces = new ArrayList<Integer>();
        pieces.add(start);
        for (var word : words(text)) {
            if (pieces.size() >= most - 1) {
                break;
            }
            addPieces(word, pieces);
        }
        var all = pieces.subList(0, Math.min(pieces.size(), most - 1));
        all.add(end);
        return all.stream().mapToLong(Integer::longValue).toArray();
    }

    private int number(String piece) {
        var number = vocabulary.get(piece);
        if (number == null) {
            throw new IllegalArgumentException("the vocabulary has no " + piece);
        }
        return number;
    }

    private static List<String> words(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        plain.codePoints().forEach(point -> {
            switch (kind(point)) {
                case LETTER -> word.appendCodePoint(point);
                case NOTHING -> {}
                case SPACE -> end(word, words);
                case ALONE -> {
                    end(word, words);
                    words.add(Character.toString(point));
                }
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private enum Kind {
        LETTER,
        SPACE,
        ALONE,
        NOTHING
    }

    private static Kind kind(int point) {
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            return Kind.SPACE;
        }
        if (Character.isIdeographic(point)) {
            return Kind.ALONE;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK -> Kind.NOTHING;
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> Kind.ALONE;
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL ->
                point < 128 ? Kind.ALONE : Kind.LETTER; // BERT takes all signs of ASCII for punctuation
            default -> Kind.LETTER;
        };
    }

    private void addPieces(String word, List<Integer> pieces) {
        var before = pieces.size();
        var from = 0;
        while (from < word.length() && word.length() <= LONGEST_WORD) {
            var to = word.length();
            while (to > from && !vocabulary.containsKey(piece(word, from, to))) {
                to--;
            }
            if (to == from) {
                break;
            }
            pieces.add(number(piece(word, from, to)));
            from = to;
        }
        if (from < word.length()) {
            pieces.subList(before, pieces.size()).clear();
            pieces.add(unknown);
        }
    }

    private static String piece(String word, int from, int to) {
        return from == 0 ? word.substring(0, to) : GOES_ON + word.substring(from, to);
    }
}
