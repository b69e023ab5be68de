package dev.universalapi.search.exam;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// How texts are compared.
final class Wording {
    /// They are left out of the words to look for, by whoever finds them and by whoever wrote down what is right.
    private static final Set<String> SILENT = Set.copyOf(List.of(
            ("a an the of to in on at by for from with without and or is are was were be do does did it its this that"
                            + " these those i me my you your he she they we us some any what which who how s t"
                            + " le la les l un une des du de d au aux en dans sur sous par pour avec sans et ou est"
                            + " sont a ont il elle ils on je j tu me m te se ce c cette ces qu que qui quoi quel quelle"
                            + " n ne pas y son sa ses mon ma mes plus vers entre")
                    .split(" ")));

    private Wording() {}

    /// Without accents, in lower case.
    static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKD)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
    }

    /// Only letters and digits of it, a space between words; the plain text where there are none.
    static String words(String text) {
        var plain = plain(text);
        var words = new StringBuilder();
        plain.codePoints()
                .map(point -> Character.isLetterOrDigit(point) ? point : ' ')
                .forEach(words::appendCodePoint);
        var joined = String.join(" ", words.toString().strip().split(" +"));
        return joined.isEmpty() ? plain : joined;
    }

    /// The words of it that say something.
    static String told(String text) {
        return Arrays.stream(words(text).split(" "))
                .filter(word -> !SILENT.contains(word))
                .collect(Collectors.joining(" "));
    }

    /// Whether one becomes the other by at most one letter more, less or other.
    static boolean nearlyEqual(String one, String other) {
        if (one.length() > other.length()) {
            return nearlyEqual(other, one);
        }
        if (other.length() - one.length() > 1) {
            return false;
        }
        var same = 0;
        while (same < one.length() && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        var left = one.length() == other.length() ? Math.min(same + 1, one.length()) : same;
        return one.substring(left).equals(other.substring(Math.min(same + 1, other.length())));
    }
}
