package dev.universalapi.bench.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// docs/security.md names a test for each risk, and the tests that it names are there.
class SecurityPageTests {
    private static final Path PROJECT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]+)\\.([a-z][A-Za-z0-9]+)`");
    private static final List<String> RISKS = List.of(
            "API1:2023 Broken Object Level Authorization",
            "API2:2023 Broken Authentication",
            "API3:2023 Broken Object Property Level Authorization",
            "API4:2023 Unrestricted Resource Consumption",
            "API5:2023 Broken Function Level Authorization",
            "API6:2023 Unrestricted Access to Sensitive Business Flows",
            "API7:2023 Server Side Request Forgery",
            "API8:2023 Security Misconfiguration",
            "API9:2023 Improper Inventory Management",
            "API10:2023 Unsafe Consumption of APIs");

    @Test
    void namesATestForEachRiskOfTheTopTen() throws IOException {
        var named = named();

        assertThat(named).containsOnlyKeys(RISKS);
        assertThat(named).allSatisfy((risk, tests) -> assertThat(tests).as(risk).isNotEmpty());
    }

    @Test
    void namesOnlyTestsThatExist() throws IOException {
        var sources = sources();

        var missing = named().values().stream()
                .flatMap(List::stream)
                .filter(test -> !exists(sources, test))
                .map(MatchResult::group)
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void wouldMissATestThatIsNotThere() throws IOException {
        var made = TEST.matcher("`SecurityPageTests.isNotThere` `NobodysTests.namesOnlyTestsThatExist`")
                .results()
                .toList();

        var sources = sources();

        assertThat(made).hasSize(2).noneMatch(test -> exists(sources, test));
    }

    /// By risk, in the order of the page.
    private static Map<String, List<MatchResult>> named() throws IOException {
        var named = new LinkedHashMap<String, List<MatchResult>>();
        for (var part : Files.readString(PROJECT.resolve("docs/security.md")).split("(?m)^### ")) {
            if (part.startsWith("API")) {
                named.put(
                        part.lines().findFirst().orElseThrow(),
                        TEST.matcher(part).results().toList());
            }
        }
        return named;
    }

    /// A method of that name, which a test or a scene of a proof has.
    private static boolean exists(Map<String, List<String>> sources, MatchResult test) {
        var method = Pattern.compile("void " + test.group(2) + "\\(");
        return sources.getOrDefault(test.group(1), List.of()).stream()
                .anyMatch(source -> method.matcher(source).find());
    }

    /// All tests, and all of bench, by the name of the class.
    private static Map<String, List<String>> sources() throws IOException {
        var sources = new HashMap<String, List<String>>();
        try (var files = Files.walk(PROJECT)) {
            var java = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/test/java/")
                            || file.toString().contains("/bench/src/main/java/"))
                    .toList();
            for (var file : java) {
                var name = file.getFileName().toString().replace(".java", "");
                sources.computeIfAbsent(name, _ -> new ArrayList<>()).add(Files.readString(file));
            }
        }
        return sources;
    }
}
