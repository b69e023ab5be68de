package dev.universalapi.search.intent.slot.money;

import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.slot.context.Cue;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.finder.Candidate;
import dev.universalapi.search.intent.slot.gazetteer.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// Joins currencies that stand beside each other to pairs: `EUR/USD`, `euros en dollars`, `100 usd to eur`.
final class Pairs {
    private static final int FARTHEST = 5;
    private static final Set<String> LINKS = Set.of(
            "to", "in", "into", "en", "vers", "vs", "versus", "against", "contre", "a", "au", "aux", "per", "par",
            "rapport", "face", "for", "pour", "is", "are", "the", "le", "la", "les", "l", "du", "des", "de", "d", "un",
            "une", "my", "mes", "mon", "from", "depuis", "valent", "vaut", "font", "worth", "there", "egale", "equals",
            "does", "do", "one", "i", "get", "avec", "with", "combien", "how", "many", "much", "ca", "fait", "quoi",
            "what");
    private static final Set<String> AND = Set.of("and", "et");
    private static final Set<String> BACK = Set.of("from", "depuis");

    private final Reading reading;
    private final List<Mention<String>> mentions;
    private final List<Quantity> numbers;

    private Pairs(Reading reading, List<Mention<String>> mentions, List<Quantity> numbers) {
        this.reading = reading;
        this.mentions = mentions;
        this.numbers = numbers;
    }

    static void in(Reading reading, List<Mention<String>> mentions, List<Quantity> numbers, List<Candidate> found) {
        new Pairs(reading, mentions, numbers).addAll(found);
    }

    static Slot.Pair pair(Slot.Span span, String base, String quote) {
        return new Slot.Pair(span, base.toUpperCase(Locale.ROOT), quote.toUpperCase(Locale.ROOT));
    }

    private void addAll(List<Candidate> found) {
        var at = 0;
        while (at < mentions.size()) {
            at += addAt(at, found);
        }
    }

    /// Adds what begins with a currency, and tells how many were used.
    private int addAt(int at, List<Candidate> found) {
        var first = mentions.get(at);
        if (at + 1 == mentions.size() || !isPair(first, mentions.get(at + 1), false)) {
            found.add(Candidate.of(new Slot.Currency(span(first.from(), first.to()), first.value()), Candidate.NAMED));
            return 1;
        }
        var second = mentions.get(at + 1);
        var back = isBack(first, second);
        var base = back ? second : first;
        var quote = back ? first : second;
        found.add(Candidate.of(pair(spanOf(first, second), base.value(), quote.value()), Candidate.NAMED + 1));
        var used = 2;
        while (!back
                && at + used < mentions.size()
                && isPair(mentions.get(at + used - 1), mentions.get(at + used), true)) {
            var more = mentions.get(at + used);
            found.add(
                    Candidate.of(pair(span(more.from(), more.to()), base.value(), more.value()), Candidate.NAMED + 1));
            used++;
        }
        return used;
    }

    /// @param more whether there is a pair already, that this would be one more of
    private boolean isPair(Mention<String> first, Mention<String> second, boolean more) {
        if (first.value().equals(second.value()) || second.from() - first.to() > FARTHEST) {
            return false;
        }
        var between = IntStream.range(first.to(), second.from()).boxed().toList();
        var anded =
                between.stream().anyMatch(at -> AND.contains(reading.sentence().word(at)));
        var linked = between.stream().allMatch(this::isLink);
        if (more) {
            return linked && (anded || !reading.isUnbroken(first.to() - 1, second.from()));
        }
        return linked
                && reading.isUnbroken(first.to() - 1, second.from())
                && (!anded || reading.isAbout(first.from(), Cue.EXCHANGE));
    }

    private boolean isLink(int at) {
        var word = reading.sentence().word(at);
        return LINKS.contains(word) || AND.contains(word) || isNumber(at);
    }

    private boolean isNumber(int at) {
        return numbers.stream().anyMatch(number -> number.from() <= at && at < number.to());
    }

    /// `dollars from euros`, `how many dollars for 100 euros`.
    private boolean isBack(Mention<String> first, Mention<String> second) {
        var between = new ArrayList<String>();
        IntStream.range(first.to(), second.from())
                .forEach(at -> between.add(reading.sentence().word(at)));
        var counted = isNumber(second.from() - 1) && !isNumber(first.from() - 1) && !between.contains("vaut");
        return between.stream().anyMatch(BACK::contains)
                || counted && !reading.sentence().has(first.to(), "to");
    }

    /// Of both where nothing but links is between them, else of the second and the link before it.
    private Slot.Span spanOf(Mention<String> first, Mention<String> second) {
        var lastNumber = IntStream.range(first.to(), second.from())
                .filter(this::isNumber)
                .max();
        if (lastNumber.isEmpty()) {
            return span(first.from(), second.to());
        }
        return span(lastNumber.getAsInt() + 1, second.to());
    }

    private Slot.Span span(int from, int to) {
        return Candidate.span(reading.sentence(), from, to);
    }
}
