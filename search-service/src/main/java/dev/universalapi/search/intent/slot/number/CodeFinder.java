package dev.universalapi.search.intent.slot.number;

import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.Slot.Identifier.Kind;
import dev.universalapi.search.intent.slot.context.Reading;
import dev.universalapi.search.intent.slot.finder.Candidate;
import dev.universalapi.search.intent.slot.finder.Finder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds what is written without a space inside: IP addresses, DOIs, numbers of IMDb and of clinical trials.
public final class CodeFinder implements Finder {
    private static final String LEADING = "([{<\"'«“‘";
    private static final String TRAILING = ")]}>\"'»”’,;.!?:…";

    @Override
    public List<Candidate> find(Reading reading) {
        var found = new ArrayList<Candidate>();
        var text = reading.sentence().text();
        var at = 0;
        while (at < text.length()) {
            var end = at;
            while (end < text.length() && !isSpace(text.charAt(end))) {
                end++;
            }
            var candidate = read(text, at, end);
            if (candidate != null) {
                found.add(candidate);
            }
            at = end + 1;
        }
        return found;
    }

    private static @Nullable Candidate read(String text, int from, int to) {
        var first = from;
        var last = to;
        while (first < last && LEADING.indexOf(text.charAt(first)) >= 0) {
            first++;
        }
        while (first < last && isTrailing(text, first, last)) {
            last--;
        }
        var doi = doi(text, first, last);
        return doi != null ? doi : brief(text.substring(first, last), first);
    }

    /// A bracket that was opened inside belongs to a DOI.
    private static boolean isTrailing(String text, int first, int last) {
        var sign = text.charAt(last - 1);
        return TRAILING.indexOf(sign) >= 0
                && !(sign == ')' && text.substring(first, last).indexOf('(') >= 0)
                && !(sign == ':' && last - first > 1 && text.charAt(last - 2) == ':');
    }

    private static @Nullable Candidate doi(String text, int from, int to) {
        var chunk = text.substring(from, to);
        var at = chunk.indexOf("10.");
        var slash = at < 0 ? -1 : chunk.indexOf('/', at);
        if (slash < at + 7
                || slash > at + 12
                || slash == chunk.length() - 1
                || at > 0 && Character.isLetterOrDigit(chunk.charAt(at - 1))) {
            return null;
        }
        var registrant = chunk.substring(at + 3, slash);
        if (!registrant.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
            return null;
        }
        var span = new Slot.Span(from, to);
        return identifier(span, Kind.DOI, chunk.substring(at).toLowerCase(Locale.ROOT));
    }

    private static @Nullable Candidate brief(String word, int from) {
        var span = new Slot.Span(from, from + word.length());
        if (isNumbered(word, "tt", 7, 10)) {
            return identifier(span, Kind.IMDB, word.toLowerCase(Locale.ROOT));
        }
        if (isNumbered(word, "nct", 8, 8)) {
            return identifier(span, Kind.TRIAL, word.toUpperCase(Locale.ROOT));
        }
        return Addresses.read(word)
                .map(address -> identifier(span, Kind.IP, address))
                .orElse(null);
    }

    private static boolean isNumbered(String word, String prefix, int least, int most) {
        var digits = word.length() - prefix.length();
        return digits >= least
                && digits <= most
                && word.regionMatches(true, 0, prefix, 0, prefix.length())
                && word.chars().skip(prefix.length()).allMatch(sign -> sign >= '0' && sign <= '9');
    }

    private static Candidate identifier(Slot.Span span, Kind kind, String value) {
        return Candidate.of(new Slot.Identifier(span, kind, value), Candidate.EXACT);
    }

    private static boolean isSpace(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }
}
