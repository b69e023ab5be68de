package dev.universalapi.search.intent.slot.money;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.slot.gazetteer.Entries;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import dev.universalapi.search.intent.slot.gazetteer.Mention;
import dev.universalapi.search.intent.slot.gazetteer.Name;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Currencies by their names, signs and codes.
public final class Currencies {
    /// Codes that are words in small letters: only beside another code.
    private static final Set<String> WORDS = Set.of(
            "all", "top", "try", "cup", "pen", "gel", "mop", "bob", "cop", "mad", "sos", "php", "bam", "ron", "gip",
            "sar", "nad", "mur", "amd", "ang", "pab", "std", "lak", "mga", "dop", "ern", "sle", "stn", "svc", "wst",
            "zar");

    private final Gazetteer<String> names;
    private final Set<String> codes = new HashSet<>();
    private final Set<String> plain = new HashSet<>();

    private Currencies(List<Entries> entries) {
        var all = new ArrayList<Entries>();
        for (var entry : entries) {
            var small = entry.key().toLowerCase(Locale.ROOT);
            codes.add(small);
            if (entry.names().contains(small)) {
                plain.add(small);
            }
            var more = new ArrayList<>(entry.names());
            more.add("^" + entry.key());
            more.add("?" + small);
            all.add(new Entries(entry.key(), more));
        }
        names = Gazetteer.of(all, code -> code);
    }

    public static Currencies load() {
        return new Currencies(Entries.of("currencies.txt"));
    }

    public Collection<List<Name<String>>> names() {
        return names.names();
    }

    /// Whether some letters are a code, in whatever case.
    boolean isCode(String folded) {
        return codes.contains(folded);
    }

    /// Whether some letters are a code that needs nothing beside it.
    boolean isPlain(String folded) {
        return plain.contains(folded);
    }

    /// Whether some small letters are a word first of all.
    boolean isWord(String folded) {
        return WORDS.contains(folded);
    }

    /// Names in a text, one for each part of it: the longest, and a sure one before one that is not.
    List<Mention<String>> in(Sentence sentence, Language language) {
        var found = new ArrayList<Mention<String>>();
        var end = 0;
        for (var mention : names.mentions(sentence, language, true)) {
            if (!isWhole(sentence, mention)) {
                continue;
            }
            if (mention.from() >= end) {
                found.add(mention);
                end = mention.to();
            } else if (isBetter(mention, found.getLast())) {
                found.set(found.size() - 1, mention);
            }
        }
        return found;
    }

    private static boolean isBetter(Mention<String> mention, Mention<String> other) {
        return mention.from() == other.from() && mention.to() == other.to() && mention.isSure() && !other.isSure();
    }

    /// Letters may stand right beside digits and signs, but not a sign beside letters that are no part of it: `$AAPL`.
    private static boolean isWhole(Sentence sentence, Mention<?> mention) {
        return isFree(sentence, mention.from() - 1, mention.from()) && isFree(sentence, mention.to(), mention.to());
    }

    private static boolean isFree(Sentence sentence, int neighbour, int second) {
        if (neighbour < 0
                || neighbour >= sentence.size()
                || sentence.token(second).gap() != Glue.GAP) {
            return true;
        }
        return sentence.token(neighbour).isDigits() || Glue.isUnit(sentence, neighbour);
    }
}
