package dev.universalapi.search.exam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.intent.Interpreter;
import dev.universalapi.search.intent.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The set that was put aside before anything was trained: that it is what it says, and that nothing learns from it.
class HeldOutTests {
    private static final Path SET = Path.of("src/test/resources/intent/heldout.tsv");
    private static final Path TRAINING = Path.of("src/main/intent");

    private static List<Query> queries = List.of();
    private static Marks marks = Marks.of(List.of(), Exam.reader(new Interpreter()));

    @BeforeAll
    static void measure() throws IOException {
        queries = Query.read(SET);
        var interpreter = new Interpreter();
        interpreter.load();
        marks = Marks.of(queries, Exam.reader(interpreter));
    }

    @Test
    void hasItsPrimaryIntentUnderstood() {
        assertThat(marks.primary()).as(mistakes()).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void hasExactlyItsSeveralIntentsUnderstood() {
        assertThat(marks.several()).as(mistakes()).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void hasItsSlotsFound() {
        assertThat(marks.told()).as(mistakes()).isGreaterThanOrEqualTo(0.92);
    }

    @Test
    void isNotMistakenForSomethingWhereThereIsNothing() {
        assertThat(marks.mistakenForSomething()).as(mistakes()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void isUnderstoodAlikeInBothLanguages() {
        assertThat(marks.apart()).as(mistakes()).isLessThanOrEqualTo(0.02);
    }

    @Test
    void holdsEveryCategoryInBothLanguages() {
        Map<String, Integer> counts = new HashMap<>();
        for (var query : queries) {
            query.intents().forEach(intent -> counts.merge(query.language().tag() + " " + intent, 1, Integer::sum));
        }

        assertThat(queries).hasSizeGreaterThanOrEqualTo(360);
        assertThat(counts)
                .hasSize(52)
                .allSatisfy((_, count) -> assertThat(count).isGreaterThanOrEqualTo(5));
        assertThat(queries.stream().filter(query -> query.intents().size() > 1)).hasSizeGreaterThanOrEqualTo(50);
        assertThat(queries.stream().filter(query -> query.intents().isEmpty())).hasSizeGreaterThanOrEqualTo(50);
        assertThat(queries.stream().filter(query -> query.language() == Language.FR))
                .hasSizeBetween(queries.size() / 2 - 5, queries.size() / 2 + 5);
    }

    /// A line that nearly is a held-out one is taken out of the training set, never the other way round.
    @Test
    void isNowhereInWhatIsLearnt() throws IOException {
        var learnt = learnt();

        var seen = new ArrayList<String>();
        for (var query : queries) {
            var words = Wording.words(query.text());
            learnt.stream().filter(line -> Wording.nearlyEqual(words, line)).forEach(seen::add);
        }

        assertThat(learnt).hasSizeGreaterThan(2_000);
        assertThat(seen).as("lines to take out of the training set").isEmpty();
    }

    private static String mistakes() {
        return String.join("\n", marks.mistakes());
    }

    /// The queries of all files that have such a column.
    private static List<String> learnt() throws IOException {
        try (var files = Files.walk(TRAINING)) {
            var all = new ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var lines = Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .map(line -> List.of(line.split("\t")))
                        .toList();
                var column = lines.isEmpty() ? -1 : lines.getFirst().indexOf("query");
                lines.stream()
                        .skip(1)
                        .filter(line -> column >= 0 && line.size() > column)
                        .map(line -> Wording.words(line.get(column)))
                        .forEach(all::add);
            }
            return all;
        }
    }
}
