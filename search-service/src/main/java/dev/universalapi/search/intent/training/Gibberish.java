package dev.universalapi.search.intent.training;

import java.util.List;
import java.util.Random;

/// What hands on a keyboard write when they mean nothing.
final class Gibberish {
    private static final List<String> ROWS = List.of(
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "azertyuiop",
            "qsdfghjklm",
            "abcdefghijklmnopqrstuvwxyz",
            "bcdfghjklmnpqrstvwxz");
    private static final int MOST_WORDS = 3;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 9;

    private Gibberish() {}

    /// One to three words: runs along a row of keys, or keys of it in any order.
    static String of(Random random) {
        var written = new StringBuilder();
        var words = 1 + random.nextInt(MOST_WORDS);
        for (var word = 0; word < words; word++) {
            written.append(word == 0 ? "" : " ");
            addWord(written, ROWS.get(random.nextInt(ROWS.size())), random);
        }
        return written.toString();
    }

    private static void addWord(StringBuilder written, String row, Random random) {
        var length = random.nextInt(SHORTEST, LONGEST + 1);
        var from = random.nextInt(row.length());
        var along = random.nextBoolean();
        for (var at = 0; at < length; at++) {
            written.append(row.charAt(along ? (from + at) % row.length() : random.nextInt(row.length())));
        }
    }
}
