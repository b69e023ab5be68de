package dev.universalapi.search.intent.training;

import dev.universalapi.search.intent.classifier.Tokens;
import dev.universalapi.search.intent.classifier.Tokens.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What queries with placeholders can become, whatever fills them: more texts than can be written down, so that a text
/// is taken apart instead.
///
/// Words that French contracts are left out while it is; what it was made of is then put together as [Filling] does.
final class Templates {
    private static final Set<String> CONTRACTED =
            Set.of("de", "du", "des", "d", "le", "la", "les", "l", "au", "aux", "a", "en");
    private static final List<List<String>> MANNERS = List.of(
            List.of("", ""), List.of("{before} ", ""), List.of("", " {after}"), List.of("{before} ", " {after}"));

    private final List<Query> lines;
    private final Lexicon lexicon;
    private final Map<String, Map<List<String>, List<String>>> fillings = new HashMap<>();

    Templates(List<Query> lines, Lexicon lexicon) {
        this.lines = lines;
        this.lexicon = lexicon;
    }

    /// A line that can become a text, but for its case, accents and punctuation; empty where none can. Slips of the
    /// finger are not looked at.
    Optional<String> becoming(String text, String language) {
        var words = kept(text);
        return lines.stream()
                .filter(line -> line.language().equals(language))
                .filter(line -> words.containsAll(said(line.text())))
                .filter(line -> MANNERS.stream()
                        .anyMatch(manner -> becomes(
                                new Line(pieces(manner.getFirst() + line.text() + manner.getLast()), line),
                                text,
                                words)))
                .map(Query::text)
                .findFirst();
    }

    /// A template taken apart: placeholders, and what stands between them.
    private record Line(List<String> pieces, Query query) {}

    private boolean becomes(Line line, String text, List<String> words) {
        Predicate<String> same =
                made -> same(line.query().language().equals("fr") ? Filling.contracted(made) : made, text);
        return fits(line, 0, words, "", same);
    }

    private boolean fits(Line line, int at, List<String> words, String made, Predicate<String> same) {
        if (at == line.pieces().size()) {
            return words.isEmpty() && same.test(made);
        }
        var piece = line.pieces().get(at);
        if (!piece.startsWith("{")) {
            var said = kept(piece);
            return said.size() <= words.size()
                    && words.subList(0, said.size()).equals(said)
                    && fits(line, at + 1, words.subList(said.size(), words.size()), made + piece, same);
        }
        var fillings = fillings(piece.substring(1, piece.length() - 1), line.query());
        for (var taken = 0; taken <= words.size(); taken++) {
            for (var filling : fillings.getOrDefault(words.subList(0, taken), List.of())) {
                if (fits(line, at + 1, words.subList(taken, words.size()), made + filling, same)) {
                    return true;
                }
            }
        }
        return false;
    }

    // where the words of a line tell enough, its placeholders may hold anything that has a name
    private Map<List<String>, List<String>> fillings(String placeholder, Query line) {
        var strange = Filling.ANYTHING.contains(placeholder) && Filling.isTelling(line.text());
        return fillings.computeIfAbsent((strange ? "*" : placeholder) + line.language(), _ -> {
            var byWords = new HashMap<List<String>, List<String>>();
            for (var name : strange ? Filling.ANYTHING : List.of(placeholder)) {
                for (var value : lexicon.values(name, line.language())) {
                    byWords.computeIfAbsent(kept(value), _ -> new ArrayList<>()).add(value);
                }
            }
            return byWords;
        });
    }

    private static List<String> said(String line) {
        return pieces(line).stream()
                .filter(piece -> !piece.startsWith("{"))
                .flatMap(piece -> kept(piece).stream())
                .toList();
    }

    private static List<String> pieces(String line) {
        return Stream.of(line.split("(?=\\{)|(?<=\\})", -1))
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    // of what has no words its signs count
    private static boolean same(String one, String other) {
        var words = words(one);
        return words.equals(words(other)) && (!words.isEmpty() || one.strip().equals(other.strip()));
    }

    private static List<String> kept(String text) {
        return words(text).stream().filter(word -> !CONTRACTED.contains(word)).toList();
    }

    private static List<String> words(String text) {
        return Tokens.of(text).stream()
                .map(Token::folded)
                .filter(word -> Character.isLetterOrDigit(word.codePointAt(0)))
                .toList();
    }
}
