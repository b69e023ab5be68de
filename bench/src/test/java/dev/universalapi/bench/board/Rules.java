package dev.universalapi.bench.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The rules of Prometheus, and their tests.
///
/// @param rules each alert and each figure that is computed ahead, as written
/// @param cases each question of a test whether an alert is told
record Rules(List<JsonNode> rules, List<JsonNode> cases) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /// @param folder with the files of rules, and a folder `tests`
    static Rules of(Path folder) throws IOException {
        var rules = new ArrayList<JsonNode>();
        var cases = new ArrayList<JsonNode>();
        for (var file : yaml(folder)) {
            for (var group : YAML.readTree(Files.readString(file)).path("groups")) {
                group.path("rules").forEach(rules::add);
            }
        }
        for (var file : yaml(folder.resolve("tests"))) {
            for (var test : YAML.readTree(Files.readString(file)).path("tests")) {
                test.path("alert_rule_test").forEach(cases::add);
            }
        }
        return new Rules(rules, cases);
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }

    List<JsonNode> alerts() {
        return rules.stream().filter(rule -> rule.has("alert")).toList();
    }

    List<JsonNode> figures() {
        return rules.stream().filter(rule -> rule.has("record")).toList();
    }
}
