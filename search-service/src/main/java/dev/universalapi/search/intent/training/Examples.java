package dev.universalapi.search.intent.training;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Languages;
import dev.universalapi.search.intent.Marks;
import dev.universalapi.search.intent.classifier.Example;
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
    ///
    /// @param line which of the queries, from 0
    record Text(int line, String text, Query query) {}

    /// Texts of queries that ask for one thing, in the order of the queries.
    static List<Text> texts(List<Query> queries, Lexicon lexicon) {
        var filling = new Filling(lexicon, new Random(SEED));
        var texts = new ArrayList<Text>();
        for (var line = 0; line < queries.size(); line++) {
            var query = queries.get(line);
            if (query.intents().size() == 1) {
                texts.add(new Text(line, filling.fill(query), query));
                for (var time = 1; time < times(query); time++) {
                    texts.add(new Text(line, filling.vary(query), query));
                }
            }
        }
        return texts;
    }

    /// Labelled with what it asks for.
    static Example intent(Text made, Slots slots) {
        var reading = Marks.read(made.text(), slots.find(made.text(), language(made.query()), TODAY));
        return new Example(reading, made.query().intents().getFirst());
    }

    /// Labelled with its language.
    static Example language(Text made) {
        return new Example(Languages.read(made.text()), language(made.query()).name());
    }

    private static int times(Query query) {
        return isBare(query) ? BARE : query.text().indexOf('{') < 0 ? PLAIN : FILLED;
    }

    /// A lone placeholder stands for many of what fills it.
    private static boolean isBare(Query query) {
        return query.text().startsWith("{")
                && query.text().indexOf('}') == query.text().length() - 1;
    }

    private static Language language(Query query) {
        return Language.valueOf(query.language().toUpperCase(Locale.ROOT));
    }
}
