package dev.universalapi.search.intent.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.intent.Intent;
import dev.universalapi.search.intent.Interpreter;
import dev.universalapi.search.intent.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Queries that were looked at while the classifier was worked on, and are no part of what it learns from.
class UnseenQueriesTests {
    private static final Path UNSEEN = Path.of("src/test/resources/intents.tsv");
    private static final Path LEARNT = Path.of("src/main/intent/training.tsv");
    private static final Interpreter INTERPRETER = new Interpreter();

    @BeforeAll
    static void load() {
        INTERPRETER.load();
    }

    @Test
    void areUnderstoodButForAFew() throws IOException {
        var queries = Query.read(UNSEEN);

        var wrong = queries.stream()
                .filter(query -> !understood(query).equals(query.intents()))
                .map(query -> query.text() + ' ' + understood(query))
                .toList();

        assertThat(queries).hasSizeGreaterThan(190);
        assertThat(wrong).hasSizeLessThan(queries.size() * 7 / 100);
    }

    @Test
    void areNotAmongWhatIsLearnt() throws IOException {
        var learnt = new HashSet<>(Query.read(LEARNT).stream().map(Query::text).toList());

        var unseen = Query.read(UNSEEN);

        assertThat(unseen).extracting(Query::text).doesNotContainAnyElementsOf(learnt);
    }

    @Test
    void areInTheLanguageThatIsToldOfThem() throws IOException {
        var queries = Query.read(UNSEEN);

        var wrong = queries.stream()
                .filter(query -> query.text().chars().anyMatch(Character::isLetter))
                .filter(query -> !language(query).equals(query.language()))
                .toList();

        assertThat(wrong).hasSizeLessThanOrEqualTo(queries.size() * 2 / 100);
    }

    private static List<String> understood(Query query) {
        var intents = INTERPRETER
                .understand(query.text(), Set.of(Language.EN, Language.FR), LocalDate.of(2026, 11, 26))
                .intents();
        return intents.isEmpty()
                ? List.of("none")
                : intents.stream().map(Intent::category).toList();
    }

    private static String language(Query query) {
        return INTERPRETER
                .understand(query.text(), Set.of(Language.EN, Language.FR), LocalDate.of(2026, 11, 26))
                .language()
                .tag();
    }
}
