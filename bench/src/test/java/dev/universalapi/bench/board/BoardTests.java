package dev.universalapi.bench.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BoardTests {
    private static final Path PROJECT = Path.of("..");
    private static final Path FOLDER = PROJECT.resolve("observability");
    private static final Pattern SAID = Pattern.compile("\\$labels\\.(\\w+)");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{(\\w+)}}");
    /// Told always, and never silent.
    private static final String HEARTBEAT = "AlertsAreAlive";

    @Test
    void readsWhatAnExpressionAsksFor() {
        var expression = Expression.of("""
                1 - sum by (a, b) (rate(x_total{c="d{",e!~"f.*"}[$__rate_interval])) / 3
                  and on (g) topk(10, y:z >= 1e3 offset 5m) unless (max(y_sum) or vector(0))""");

        assertThat(expression.series())
                .isEqualTo(Map.of("x_total", Set.of("c", "e"), "y:z", Set.of(), "y_sum", Set.of()));
        assertThat(expression.groups()).containsExactlyInAnyOrder("a", "b", "g");
    }

    @Test
    void readsWhatCodeMeasures() {
        var measures = Measures.of("""
                import io.micrometer.core.instrument.Timer;
                private static final String NAME = "seen.seconds";
                Timer.builder(NAME).tag("by", whom(x)).register(meters);
                Gauge.builder("seen.age", this, Seen::age).tags(Tags.of("of", a, "at", b)).baseUnit("seconds").register(meters);
                meters.counter("seen", "what", each.what().name(), "mode", mode).increment();
                void show() { gauge(one, "seen.first", x); gauge(one, "seen.last", y); }
                Gauge.builder(name, one, value).tag("one", one.id()).register(meters);""").labels();

        assertThat(measures.get("seen_seconds_seconds_bucket")).contains("by", "le", "application");
        assertThat(measures.get("seen_age_seconds")).contains("of", "at").doesNotContain("le");
        assertThat(measures.get("seen_total")).contains("what", "mode");
        assertThat(measures.get("seen_first")).contains("one");
        assertThat(measures.get("seen_last")).contains("one");
        assertThat(measures)
                .doesNotContainKeys("seen_seconds", "seen_age", "hikaricp_connections_usage_seconds_bucket");
    }

    @Test
    void rulesAskForWhatIsMeasured() throws IOException {
        var rules = Rules.of(FOLDER.resolve("rules"));
        var known = known(rules);

        for (var rule : rules.rules()) {
            var name = rule.path("alert").asString(rule.path("record").asString());
            assertThat(wrong(rule.path("expr").asString(), known)).as(name).isEmpty();
        }
        assertThat(rules.figures()).isNotEmpty();
    }

    @Test
    void boardsAskForWhatIsMeasuredAndForNoCertainSource() throws IOException {
        var known = known(Rules.of(FOLDER.resolve("rules")));

        for (var board : Boards.of(FOLDER.resolve("boards"))) {
            var title = board.path("title").asString();
            assertThat(board.has("id")).as(title + " has an id").isFalse();
            for (var panel : board.path("panels")) {
                var where = title + ", " + panel.path("title").asString();
                assertThat(panel.path("datasource").path("uid").asString())
                        .as(where)
                        .isEqualTo("${datasource}");
                for (var target : panel.path("targets")) {
                    var expression = target.path("expr").asString();
                    assertThat(wrong(expression, known)).as(where).isEmpty();
                    assertThat(labels(expression, known))
                            .as(where)
                            .containsAll(
                                    words(LEGEND, target.path("legendFormat").asString()));
                }
            }
        }
    }

    /// As Grafana's own schema of a board of version 39 wants it.
    @Test
    void boardsHaveAllThatGrafanaRequires() throws IOException {
        for (var board : Boards.of(FOLDER.resolve("boards"))) {
            var title = board.path("title").asString();
            assertThat(board.path("schemaVersion").asInt()).as(title).isEqualTo(39);
            assertThat(board.path("annotations").has("list")).as(title).isTrue();
            for (var variable : board.path("templating").path("list")) {
                if (variable.has("current")) {
                    assertThat(variable.path("current").propertyNames())
                            .as(title + ", " + variable.path("name").asString())
                            .contains("text", "value");
                }
            }
        }
    }

    @Test
    void everyAlertIsToldInATestAndInAnotherNot() throws IOException {
        var rules = Rules.of(FOLDER.resolve("rules"));

        for (var alert : names(rules)) {
            var cases = rules.cases().stream()
                    .filter(one -> one.path("alertname").asString().equals(alert))
                    .toList();
            assertThat(cases).as(alert).anyMatch(one -> !one.path("exp_alerts").isEmpty());
            if (!alert.equals(HEARTBEAT)) {
                assertThat(cases)
                        .as(alert)
                        .anyMatch(one -> one.path("exp_alerts").isEmpty());
            }
        }
    }

    @Test
    void everyAlertSaysHowBadItIsAndWhatItKnows() throws IOException {
        var rules = Rules.of(FOLDER.resolve("rules"));
        var known = known(rules);

        for (var alert : rules.alerts()) {
            var name = alert.path("alert").asString();
            assertThat(alert.path("labels").path("severity").asString())
                    .as(name)
                    .isIn("page", "ticket", "none");
            assertThat(labels(alert.path("expr").asString(), known))
                    .as(name)
                    .containsAll(words(
                            SAID, alert.path("annotations").path("summary").asString()));
        }
    }

    @Test
    void everyAlertHasItsSectionAndEverySectionItsAlert() throws IOException {
        var rules = Rules.of(FOLDER.resolve("rules"));
        var page = Files.readString(PROJECT.resolve("docs/operations.md"));
        var chapter = page.substring(page.indexOf("\n## Alerts\n") + 1);
        var end = chapter.indexOf("\n## ");
        var sections = (end < 0 ? chapter : chapter.substring(0, end))
                .lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();

        assertThat(sections).containsExactlyInAnyOrderElementsOf(names(rules));
        for (var alert : rules.alerts()) {
            var name = alert.path("alert").asString();
            assertThat(alert.path("annotations").path("runbook").asString())
                    .isEqualTo("docs/operations.md#" + name.toLowerCase(Locale.ROOT));
        }
    }

    private static List<String> names(Rules rules) {
        return rules.alerts().stream()
                .map(alert -> alert.path("alert").asString())
                .toList();
    }

    /// What is measured, and what the rules compute of it.
    private static Map<String, Set<String>> known(Rules rules) throws IOException {
        var known = new HashMap<>(Measures.of(PROJECT).labels());
        for (var figure : rules.figures()) {
            known.put(
                    figure.path("record").asString(),
                    Expression.of(figure.path("expr").asString()).groups());
        }
        return known;
    }

    /// What it asks for although nobody measures it.
    private static List<String> wrong(String text, Map<String, Set<String>> known) {
        var expression = Expression.of(text);
        var wrong = new ArrayList<String>();
        expression.series().forEach((name, picked) -> {
            var labels = known.get(name);
            if (labels == null) {
                wrong.add(name);
                return;
            }
            var strange = new TreeSet<>(picked);
            strange.addAll(expression.groups());
            strange.removeAll(labels);
            strange.forEach(label -> wrong.add(name + " by " + label));
        });
        return wrong;
    }

    /// The labels of what comes of it.
    private static Set<String> labels(String text, Map<String, Set<String>> known) {
        var expression = Expression.of(text);
        if (!expression.groups().isEmpty()) {
            return expression.groups();
        }
        var labels = new HashSet<String>();
        expression.series().keySet().forEach(name -> labels.addAll(known.getOrDefault(name, Set.of())));
        return labels;
    }

    private static Set<String> words(Pattern pattern, String text) {
        var words = new TreeSet<String>();
        pattern.matcher(text).results().forEach(match -> words.add(match.group(1)));
        return words;
    }
}
