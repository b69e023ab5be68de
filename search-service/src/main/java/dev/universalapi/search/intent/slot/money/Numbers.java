package dev.universalapi.search.intent.slot.money;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.text.Gap;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads numbers as both languages write them: `1,5 k`, `1.000,50`, `12 500`, `2 millions`, `cinq mille`.
final class Numbers {
    private static final int MOST_DIGITS = 18;
    private static final Map<String, Integer> GLUED_POWERS =
            Map.of("k", 3, "m", 6, "b", 9, "bn", 9, "mn", 6, "md", 9, "mrd", 9);
    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("k", 3),
            Map.entry("cent", 2),
            Map.entry("cents", 2),
            Map.entry("hundred", 2),
            Map.entry("mille", 3),
            Map.entry("thousand", 3),
            Map.entry("million", 6),
            Map.entry("millions", 6),
            Map.entry("mio", 6),
            Map.entry("milliard", 9),
            Map.entry("milliards", 9),
            Map.entry("billion", 9),
            Map.entry("billions", 9));
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("deux", 2),
            Map.entry("two", 2),
            Map.entry("trois", 3),
            Map.entry("three", 3),
            Map.entry("quatre", 4),
            Map.entry("four", 4),
            Map.entry("cinq", 5),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("sept", 7),
            Map.entry("seven", 7),
            Map.entry("huit", 8),
            Map.entry("eight", 8),
            Map.entry("neuf", 9),
            Map.entry("nine", 9),
            Map.entry("dix", 10),
            Map.entry("ten", 10),
            Map.entry("quinze", 15),
            Map.entry("fifteen", 15),
            Map.entry("vingt", 20),
            Map.entry("twenty", 20),
            Map.entry("trente", 30),
            Map.entry("thirty", 30),
            Map.entry("quarante", 40),
            Map.entry("forty", 40),
            Map.entry("cinquante", 50),
            Map.entry("fifty", 50),
            Map.entry("soixante", 60),
            Map.entry("sixty", 60),
            Map.entry("a", 1),
            Map.entry("one", 1),
            Map.entry("un", 1),
            Map.entry("cent", 100),
            Map.entry("mille", 1000));

    private Numbers() {}

    /// All numbers of a text, in order.
    static List<Quantity> in(Reading reading) {
        var sentence = reading.sentence();
        var found = new ArrayList<Quantity>();
        var at = 0;
        while (at < sentence.size()) {
            var quantity = sentence.token(at).isDigits() ? digits(reading, at) : words(sentence, at);
            if (quantity != null) {
                found.add(quantity);
            }
            at = quantity == null ? at + 1 : quantity.to();
        }
        return found;
    }

    private static @Nullable Quantity words(Sentence sentence, int at) {
        var value = WORDS.get(sentence.word(at));
        if (value == null) {
            return null;
        }
        var scaled = scaled(sentence, new Quantity(at, at + 1, BigDecimal.valueOf(value)));
        var article = value == 1 && scaled.to() == at + 1;
        return article ? null : scaled;
    }

    private static @Nullable Quantity digits(Reading reading, int from) {
        var sentence = reading.sentence();
        var groups = new ArrayList<String>();
        var separators = new StringBuilder();
        groups.add(sentence.word(from));
        var at = from + 1;
        while (at < sentence.size() && at - from < MOST_DIGITS && isGroup(sentence, at, groups)) {
            separators.append(isSpaced(sentence, at) ? ' ' : sentence.before(at).charAt(0));
            groups.add(sentence.word(at));
            at++;
        }
        var digits = groups.stream().mapToInt(String::length).sum();
        if (digits > MOST_DIGITS) {
            return null;
        }
        var value = value(groups, separators, reading.language());
        return scaled(sentence, new Quantity(from, at, value));
    }

    private static boolean isGroup(Sentence sentence, int at, List<String> groups) {
        if (!sentence.token(at).isDigits() || sentence.before(at).length() != 1) {
            return false;
        }
        if (isSpaced(sentence, at)) {
            return sentence.word(at).length() == 3 && groups.getLast().length() <= 3;
        }
        return sentence.before(at).equals(".") || sentence.before(at).equals(",");
    }

    private static boolean isSpaced(Sentence sentence, int at) {
        var sign = sentence.before(at).charAt(0);
        return Character.isSpaceChar(sign) || sign == '\'' || sign == '’';
    }

    /// The last separator is that of the fraction, unless it is one that groups: it comes again, or it has three digits
    /// after it.
    private static BigDecimal value(List<String> groups, CharSequence separators, Language language) {
        var last = separators.length() - 1;
        if (last < 0) {
            return new BigDecimal(groups.getFirst());
        }
        var sign = separators.charAt(last);
        var again = separators.chars().filter(other -> other == sign).count() > 1;
        var mixed = separators.chars().anyMatch(other -> other != sign);
        var three = groups.getLast().length() == 3 && !groups.getFirst().equals("0");
        var grouping = sign == (language == Language.EN ? ',' : '.');
        if (sign == ' ' || again || !mixed && three && grouping) {
            return new BigDecimal(String.join("", groups));
        }
        return new BigDecimal(String.join("", groups.subList(0, last + 1)) + "." + groups.getLast());
    }

    private static Quantity scaled(Sentence sentence, Quantity quantity) {
        var to = quantity.to();
        if (to >= sentence.size() || sentence.token(to).gap() == Gap.BREAK) {
            return quantity;
        }
        var glued = sentence.token(to).gap() == Gap.GLUED;
        var power = (glued ? GLUED_POWERS : POWERS).get(sentence.word(to));
        if (power == null || !glued && sentence.token(to).gap() != Gap.SPACE) {
            return quantity;
        }
        return new Quantity(quantity.from(), to + 1, quantity.value().scaleByPowerOfTen(power));
    }
}
