package dev.universalapi.search.intent.training;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Languages;
import dev.universalapi.search.intent.Marks;
import dev.universalapi.search.intent.classifier.Example;
import dev.universalapi.search.intent.classifier.Reading;
import dev.universalapi.search.intent.slot.Slots;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Queries made into examples: placeholders filled several times, and told as people tell them.
final class Examples {
    private static final int FILLED = 5;
    private static final int PLAIN = 3;
    private static final int BARE = 20;
    private static final long SEED = 20_261_126;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private Examples() {}

    /// A text that was made of a query.
    record Text(String text, Query query) {}

    /// Examples of queries that ask for one thing, labelled with it.
    static List<Example> intents(List<Query> queries, Lexicon lexicon, Slots slots) {
        return texts(queries, lexicon).stream()
                .map(made ->
                        new Example(read(made, slots), made.query().intents().getFirst()))
                .toList();
    }

    /// Examples labelled with the language.
    static List<Example> languages(List<Query> queries, Lexicon lexicon) {
        return texts(queries, lexicon).stream()
                .map(made -> new Example(
                        Languages.read(made.text()), language(made.query()).name()))
                .toList();
    }

    private static List<Text> texts(List<Query> queries, Lexicon lexicon) {
        var filling = new Filling(lexicon, new Random(SEED));
        var texts = new ArrayList<Text>();
        for (var query : queries) {
            if (query.intents().size() == 1) {
                texts.add(new Text(filling.fill(query), query));
                var times = isBare(query) ? BARE : query.text().indexOf('{') < 0 ? PLAIN : FILLED;
                for (var time = 1; time < times; time++) {
                    texts.add(new Text(filling.vary(query), query));
                }
            }
        }
        return texts;
    }

    /// A lone placeholder stands for many of what fills it.
    private static boolean isBare(Query query) {
        return query.text().startsWith("{")
                && query.text().indexOf('}') == query.text().length() - 1;
    }

    static Reading read(Text made, Slots slots) {
        return Marks.read(made.text(), slots.find(made.text(), language(made.query()), TODAY));
    }

    private static Language language(Query query) {
        return Language.valueOf(query.language().toUpperCase(Locale.ROOT));
    }
}
