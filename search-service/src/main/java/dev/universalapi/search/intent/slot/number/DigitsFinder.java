package dev.universalapi.search.intent.slot.number;

import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.Slot.Identifier.Kind;
import dev.universalapi.search.intent.slot.context.Cue;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.finder.Candidate;
import dev.universalapi.search.intent.slot.finder.Finder;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import dev.universalapi.search.intent.slot.text.Gap;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds numbers of books, products and articles of PubMed: digits whose last one is the check of the others, or that a
/// word names.
public final class DigitsFinder implements Finder {
    private static final int MOST_GROUPS = 6;
    private static final int MOST_DIGITS = 14;
    private static final Set<String> NUMBER = Set.of("id", "number", "n", "no", "numero", "article", "code");

    @Override
    public List<Candidate> find(Reading reading) {
        var found = new ArrayList<Candidate>();
        for (var at = 0; at < reading.sentence().size(); at++) {
            if (reading.sentence().token(at).isDigits()) {
                addPubMed(found, reading, at);
                addNumbers(found, reading, at);
            }
        }
        return found;
    }

    private static void addPubMed(List<Candidate> found, Reading reading, int at) {
        var sentence = reading.sentence();
        var name = at - 1;
        while (name > at - 3 && NUMBER.contains(sentence.word(name))) {
            name--;
        }
        var digits = sentence.word(at);
        if (Set.of("pmid", "pubmed").contains(sentence.word(name)) && digits.length() <= 8 && !digits.startsWith("0")) {
            var from = sentence.has(name, "pmid") || sentence.has(name - 1, "pubmed") ? name : at;
            found.add(Candidate.of(
                    new Slot.Identifier(Candidate.span(sentence, from, at + 1), Kind.PMID, digits), Candidate.EXACT));
        }
    }

    /// Digits in groups.
    ///
    /// @param spaced whether a space parts some of them
    private record Run(String digits, int from, int to, boolean spaced) {
        boolean isGrouped() {
            return to - from > 1;
        }
    }

    private static void addNumbers(List<Candidate> found, Reading reading, int from) {
        var sentence = reading.sentence();
        if (from > 0 && sentence.token(from).gap() == Gap.GLUED) {
            return;
        }
        var digits = new StringBuilder();
        var spaced = false;
        for (var at = from; at < Math.min(sentence.size(), from + MOST_GROUPS); at++) {
            if (!goesOn(sentence, from, at, digits)) {
                return;
            }
            spaced |= at > from && sentence.token(at).gap() == Gap.SPACE;
            digits.append(sentence.word(at));
            if (Gazetteer.isWhole(sentence, from, at + 1)) {
                var run = new Run(digits.toString(), from, at + 1, spaced);
                var slot = read(reading, run, Candidate.span(sentence, from, at + 1));
                if (slot != null) {
                    found.add(Candidate.of(slot, Candidate.EXACT));
                }
            }
        }
    }

    private static boolean goesOn(Sentence sentence, int from, int at, CharSequence digits) {
        var token = sentence.token(at);
        var last = token.is("x") && digits.length() == 9;
        var joined =
                at == from || token.gap() == Gap.SPACE || token.gap() == Gap.HYPHEN || last && token.gap() == Gap.GLUED;
        return joined
                && (token.isDigits() || last)
                && digits.length() + token.word().length() <= MOST_DIGITS;
    }

    private static Slot.@Nullable Identifier read(Reading reading, Run run, Slot.Span span) {
        var digits = run.digits();
        if (Checksums.isIsbn13(digits)) {
            return new Slot.Identifier(span, Kind.ISBN, digits);
        }
        if (isBookish(reading, run) && Checksums.isIsbn10(digits)) {
            return new Slot.Identifier(span, Kind.ISBN, Checksums.isbn13(digits));
        }
        if (digits.endsWith("x") || run.isGrouped() && !reading.isAbout(run.from(), Cue.BARCODE)) {
            return null;
        }
        var product =
                digits.length() >= 12 || digits.length() == 8 && reading.isAbout(run.from(), Cue.BARCODE, Cue.FOOD);
        return product && Checksums.isGtin(digits) ? new Slot.Identifier(span, Kind.BARCODE, digits) : null;
    }

    /// One in eleven numbers of ten digits looks like that of a book.
    private static boolean isBookish(Reading reading, Run run) {
        return run.isGrouped() && !run.spaced()
                || reading.isAbout(run.from(), Cue.BOOK)
                || reading.isAlone(run.from(), run.to())
                || run.digits().endsWith("x");
    }
}
