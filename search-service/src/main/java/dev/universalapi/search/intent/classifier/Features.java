package dev.universalapi.search.intent.classifier;

import dev.universalapi.search.intent.classifier.Reading.Mark;
import dev.universalapi.search.intent.classifier.Tokens.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What of a text the classifier looks at, hashed: words, neighbours, pieces of words, and marks in place of what they
/// cover.
///
/// @param buckets which numbers of the model count
/// @param values how much each
record Features(int[] buckets, float[] values) {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final int WORD = 24;
    private static final float WORDS_SHARE = 1.2f;
    private static final float PIECES_SHARE = 1.0f;

    /// @param size how many numbers the model has a class, a power of two
    static Features of(Reading reading, int size) {
        var words = new Hashes(size);
        var pieces = new Hashes(size);
        words.add("bias");
        var tokens = Tokens.of(reading.text());
        for (var token : tokens) {
            var shape = shape(token.folded());
            words.add("w:" + shape);
            addPieces(shape, pieces);
        }
        var sequence = sequence(tokens, reading.marks());
        words.add("n:" + Math.min(sequence.size(), 8));
        var last = "^";
        var beforeLast = "";
        for (var step : sequence) {
            if (step.charAt(0) == '#') {
                words.add(step);
            }
            words.add("b:" + last + ' ' + step);
            words.add("s:" + beforeLast + ' ' + step);
            beforeLast = last;
            last = step;
        }
        words.add("b:" + last + " $");
        return together(words, pieces);
    }

    /// The words, with a mark in place of what it covers.
    private static List<String> sequence(List<Token> tokens, List<Mark> marks) {
        var sequence = new ArrayList<String>(tokens.size());
        var next = 0;
        var said = -1;
        for (var token : tokens) {
            while (next < marks.size() && marks.get(next).to() <= token.from()) {
                next++;
            }
            if (next < marks.size() && marks.get(next).from() < token.to()) {
                if (said != next) {
                    sequence.add('#' + marks.get(next).kind());
                    said = next;
                }
            } else {
                sequence.add(shape(token.folded()));
            }
        }
        return sequence;
    }

    /// A word as it is; in what holds digits every digit counts the same.
    private static String shape(String word) {
        var shaped = new StringBuilder(word.length());
        for (var at = 0; at < word.length() && at < WORD; at++) {
            var character = word.charAt(at);
            shaped.append(Character.isDigit(character) ? '0' : character);
        }
        return shaped.toString();
    }

    private static void addPieces(String word, Hashes pieces) {
        var bounded = '^' + word + '$';
        for (var length = SHORTEST; length <= LONGEST; length++) {
            for (var at = 0; at + length <= bounded.length(); at++) {
                pieces.add(bounded, at, at + length);
            }
        }
    }

    private static Features together(Hashes words, Hashes pieces) {
        var buckets = Arrays.copyOf(words.buckets, words.count + pieces.count);
        System.arraycopy(pieces.buckets, 0, buckets, words.count, pieces.count);
        var values = new float[buckets.length];
        Arrays.fill(values, 0, words.count, WORDS_SHARE / (float) Math.sqrt(words.count));
        Arrays.fill(values, words.count, values.length, PIECES_SHARE / (float) Math.sqrt(Math.max(1, pieces.count)));
        return new Features(buckets, values);
    }

    /// Numbers of features, by FNV-1a.
    private static final class Hashes {
        private final int mask;
        private int[] buckets = new int[64];
        private int count;

        Hashes(int size) {
            mask = size - 1;
        }

        void add(String feature) {
            add(feature, 0, feature.length());
        }

        void add(String feature, int from, int to) {
            var hash = 0x811c9dc5;
            for (var at = from; at < to; at++) {
                hash = (hash ^ feature.charAt(at)) * 0x01000193;
            }
            if (count == buckets.length) {
                buckets = Arrays.copyOf(buckets, count * 2);
            }
            buckets[count++] = (hash ^ hash >>> 16) & mask;
        }
    }
}
