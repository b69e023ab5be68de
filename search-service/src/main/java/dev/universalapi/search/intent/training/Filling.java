package dev.universalapi.search.intent.training;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Makes queries as people type them out of queries with placeholders.
final class Filling {
    private static final double LOWER = 0.6;
    private static final double POLITE = 0.12;
    private static final double MISTAKEN = 0.15;
    private static final int MISTAKABLE = 5;
    private static final double FOREIGN = 0.3;
    private static final int TELLING = 4;

    /// Placeholders whose value tells less than the words around it.
    static final List<String> ANYTHING = List.of(
            "film",
            "series",
            "book",
            "author",
            "artist",
            "song",
            "actor",
            "dish",
            "person",
            "concept",
            "topic",
            "newstopic",
            "thing",
            "noun",
            "animal",
            "phrase",
            "tech",
            "landmark",
            "team");

    private final Lexicon lexicon;
    private final Random random;

    Filling(Lexicon lexicon, Random random) {
        this.lexicon = lexicon;
        this.random = random;
    }

    /// Placeholders filled by chance, and nothing else.
    String fill(Query query) {
        return fill(query, false);
    }

    /// @param strange whether the words of a query must tell enough: its placeholders may hold anything that has a name
    private String fill(Query query, boolean strange) {
        var filled = new StringBuilder();
        var text = query.text();
        var at = 0;
        for (var open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            var close = text.indexOf('}', open);
            filled.append(text, at, open);
            var placeholder = text.substring(open + 1, close);
            var filler = strange && ANYTHING.contains(placeholder)
                    ? ANYTHING.get(random.nextInt(ANYTHING.size()))
                    : placeholder;
            var values = lexicon.values(filler, query.language());
            filled.append(values.get(random.nextInt(values.size())));
            at = close + 1;
        }
        filled.append(text, at, text.length());
        return query.language().equals("fr") ? contracted(filled.toString()) : filled.toString();
    }

    /// Filled, then perhaps in lower case, with a word of courtesy, or with a slip of the finger.
    String vary(Query query) {
        var text = fill(query, isTelling(query.text()) && random.nextDouble() < FOREIGN);
        if (random.nextDouble() < LOWER) {
            text = text.toLowerCase(Locale.ROOT);
        }
        if (random.nextDouble() < POLITE) {
            text = fill(new Query(query.language(), "{before} " + text, query.intents()));
        }
        if (random.nextDouble() < POLITE) {
            text = text + ' ' + fill(new Query(query.language(), "{after}", query.intents()));
        }
        return random.nextDouble() < MISTAKEN ? slipped(text) : text;
    }

    /// Whether a word of some length stands outside of the placeholders.
    static boolean isTelling(String text) {
        var letters = 0;
        var inside = false;
        for (var at = 0; at < text.length() && letters < TELLING; at++) {
            var character = text.charAt(at);
            inside = character == '{' || inside && character != '}';
            letters = !inside && Character.isLetter(character) ? letters + 1 : 0;
        }
        return letters == TELLING;
    }

    /// *de le* is *du*.
    static String contracted(String text) {
        return (' ' + text)
                .replace(" de les ", " des ")
                .replace(" de le ", " du ")
                .replace(" à les ", " aux ")
                .replace(" à le ", " au ")
                .replace(" du le ", " du ")
                .replace(" du la ", " de la ")
                .replace(" du l'", " de l'")
                .replace(" de en ", " en ")
                .substring(1);
    }

    /// A letter left out, doubled, or changed with its neighbour, in a word that is long enough to stay known.
    private String slipped(String text) {
        var start = random.nextInt(text.length());
        var from = text.lastIndexOf(' ', start) + 1;
        var space = text.indexOf(' ', start);
        var to = space < 0 ? text.length() : space;
        if (to - from < MISTAKABLE) {
            return text;
        }
        var at = from + 1 + random.nextInt(to - from - 2);
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
            default -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        };
    }
}
