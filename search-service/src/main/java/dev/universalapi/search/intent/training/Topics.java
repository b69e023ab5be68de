package dev.universalapi.search.intent.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Words of categories as queries: each asks for its category.
final class Topics {
    private static final int GIBBERISH = 400;
    private static final long SEED = 5;

    private Topics() {}

    /// Reads tab-separated lines of a category, a language and words parted by `|`; what means nothing comes along as
    /// `none`.
    static List<Query> read(Path file) throws IOException {
        var queries = new ArrayList<Query>();
        for (var line : Files.readAllLines(file)) {
            var columns = line.split("\t", -1);
            if (columns.length == 3 && !columns[0].equals("category")) {
                for (var words : columns[2].split("\\|", -1)) {
                    queries.add(new Query(columns[1], words, List.of(columns[0])));
                }
            }
        }
        var random = new Random(SEED);
        for (var count = 0; count < GIBBERISH; count++) {
            queries.add(new Query(count % 2 == 0 ? "en" : "fr", Gibberish.of(random), List.of("none")));
        }
        return queries;
    }
}
