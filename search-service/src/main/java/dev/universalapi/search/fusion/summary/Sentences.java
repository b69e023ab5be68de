package dev.universalapi.search.fusion.summary;

import dev.universalapi.search.intent.Language;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Takes a text apart into sentences that say something on their own.
final class Sentences {
    private static final int READ = 2_000;
    private static final int SHORTEST = 25;
    private static final int LONGEST = 400;
    private static final Set<String> ABBREVIATIONS = Set.of(
            "al", "approx", "art", "av", "boul", "cf", "ch", "co", "dr", "ed", "env", "etc", "ex", "fig", "inc", "jr",
            "ltd", "m", "mm", "mme", "mr", "mrs", "ms", "no", "nos", "p", "pp", "prof", "sr", "st", "ste", "vol", "vs");

    private Sentences() {}

    /// @param plain without markup; of a long text the first 2,000 UTF-16 units are read
    static List<String> of(String plain, Language language) {
        var text = plain.substring(0, Math.min(READ, plain.length()));
        var breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language.tag()));
        breaks.setText(text);
        var sentences = new ArrayList<String>();
        var from = 0;
        for (var to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (to == text.length() ? text.length() == plain.length() : ends(text, from, to)) {
                add(sentences, text.substring(from, to).strip());
                from = to;
            }
        }
        return sentences;
    }

    private static void add(List<String> sentences, String sentence) {
        if (sentence.length() >= SHORTEST
                && sentence.length() <= LONGEST
                && !sentence.endsWith("…")
                && !sentence.endsWith("...")) {
            sentences.add(sentence);
        }
    }

    /// Not after `Dr.` or `J.`, nor before a small letter.
    private static boolean ends(String text, int from, int to) {
        var sentence = text.substring(from, to).strip();
        if (!sentence.endsWith(".")) {
            return true;
        }
        var last = sentence.substring(lastSpace(sentence) + 1, sentence.length() - 1);
        return !Character.isLowerCase(text.codePointAt(to))
                && !(last.length() == 1 && Character.isUpperCase(last.charAt(0)))
                && !ABBREVIATIONS.contains(last.toLowerCase(Locale.ROOT));
    }

    private static int lastSpace(String sentence) {
        return Math.max(
                sentence.lastIndexOf(' '),
                Math.max(sentence.lastIndexOf('('), sentence.lastIndexOf('.', sentence.length() - 2)));
    }
}
