package dev.universalapi.bench.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.bench.house.House.Length;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.providers.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTests {
    private static final String METADATA = "target/classes/META-INF/spring-configuration-metadata.json";
    private static final String HEADER = "GROUP,PACKAGE,CLASS,I-,I+,B-,B+,LINE_MISSED,LINE_COVERED,C-,C+,M-,M+\n";

    @TempDir
    Path project;

    @BeforeEach
    void hasThreeModules() throws IOException {
        write("pom.xml", "<modules><module>libs/one</module><module>two</module><module>bench</module></modules>");
        for (var module : List.of("libs/one", "two", "bench")) {
            write(module + "/src/main/java/Some.java", "class Some {}");
        }
    }

    @Test
    void sumsCoveredLinesOfAllModulesButTheBench() throws Exception {
        write("libs/one/target/site/jacoco/jacoco.csv", HEADER + "g,p,A,0,0,0,0,10,30,0,0,0,0\n");
        write("two/target/site/jacoco/jacoco.csv", HEADER + "g,p,B,0,0,0,0,8,40,0,0,0,0\ng,p,C,0,0,0,0,2,10,0,0,0,0\n");

        var coverage = Coverage.of(modules());

        assertThat(coverage.total()).isEqualTo(new Coverage.Lines(80, 20));
        assertThat(coverage.table()).contains("one", "two", "80 of   100   80.0 %");
        coverage.check();
    }

    @Test
    void stopsUnder80PercentAndWithoutAReport() throws Exception {
        write("libs/one/target/site/jacoco/jacoco.csv", HEADER + "g,p,A,0,0,0,0,21,79,0,0,0,0\n");
        assertThatThrownBy(() -> Coverage.of(modules())).hasMessageContaining("no coverage report of two");

        write("two/target/site/jacoco/jacoco.csv", HEADER);
        assertThatThrownBy(() -> Coverage.of(modules()).check()).hasMessageContaining("79.0 %");
    }

    @Test
    void listsSettingsOfOursByKey() throws Exception {
        write("two/" + METADATA, """
                {"properties": [
                  {"name": "universal.live.order", "type": "java.util.List<java.lang.String>", "description": "who is\\n first"},
                  {"name": "spring.colour", "type": "java.lang.String"}]}""");
        write("libs/one/" + METADATA, """
                {"properties": [
                  {"name": "universal.age", "type": "java.time.Duration", "description": "how old", "defaultValue": "5s"}]}""");

        assertThat(SettingsPage.write(modules())).endsWith("""
                | `universal.age` | Duration | `5s` |  | how old |
                | `universal.live.order` | List&lt;String> |  | live | who is first |
                """);
    }

    @Test
    void wantsASentenceForEverySettingAndOneMeaning() throws Exception {
        write("two/" + METADATA, """
                {"properties": [{"name": "universal.age", "type": "int"}]}""");
        assertThatThrownBy(() -> SettingsPage.write(modules())).hasMessageContaining("universal.age has no sentence");

        write("two/" + METADATA, """
                {"properties": [{"name": "universal.age", "type": "int", "description": "how old"}]}""");
        write("libs/one/" + METADATA, """
                {"properties": [{"name": "universal.age", "type": "int", "description": "how tall"}]}""");
        assertThatThrownBy(() -> SettingsPage.write(modules())).hasMessageContaining("differently");
    }

    @Test
    void mergesWhatServicesSayOfThemselves() throws Exception {
        write("two/target/openapi/two.json", """
                {"openapi": "3.1.0", "tags": [{"name": "b"}], "paths": {"/b": {"get": {"summary": "B"}}}}""");
        write("libs/one/target/openapi/one.json", """
                {"openapi": "3.1.0", "tags": [{"name": "b"}, {"name": "a"}], "paths": {"/c": {}, "/a": {}}}""");

        assertThat(OpenApiFile.write(modules())).isEqualTo("""
                openapi: "3.1.0"
                tags:
                - name: "b"
                - name: "a"
                paths:
                  /a: {}
                  /b:
                    get:
                      summary: "B"
                  /c: {}
                """);
    }

    @Test
    void stopsWhenServicesDisagree() throws Exception {
        write("two/target/openapi/two.json", """
                {"openapi": "3.1.0", "paths": {"/a": {"get": {"summary": "two"}}}}""");
        write("libs/one/target/openapi/one.json", """
                {"openapi": "3.1.0", "paths": {"/a": {"get": {"summary": "one"}}}}""");

        assertThatThrownBy(() -> OpenApiFile.write(modules())).hasMessageContaining("/paths//a/get/summary");
    }

    @Test
    void writesTheScopeThatEachRouteWants() throws Exception {
        var scopes = ScopesFile.write("""
                security: [ key: [] ]
                paths:
                  /api/sky/{id}: { parameters: [], delete: { security: [ key: [ "sky:write" ] ] } }
                  /api/catalogue: { get: { security: [ key: [] ] } }
                  /api/sky:
                    post: { security: [ { key: [ "sky:write" ] }, { key: [ "operator:write" ] } ] }
                    get: { security: [ key: [ "sky:read" ] ] }
                """);

        assertThat(scopes).isEqualTo("""
                GET\t/api/catalogue\t-
                GET\t/api/sky\tsky:read
                POST\t/api/sky\toperator:write,sky:write
                DELETE\t/api/sky/{id}\tsky:write
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ security: [] }",
                "{ security: [ {} ] }",
                "{ security: [ cookie: [] ] }",
                "{ security: [ key: [ 'sky:read', 'sky:write' ] ] }",
                "{ security: [ key: [ sky ] ] }",
                "{ security: [ key: [ '*:read' ] ] }"
            })
    void stopsAtARouteThatDoesNotSayWhatItWants(String operation) {
        assertThatThrownBy(() -> ScopesFile.write("paths: { /api/sky: { get: " + operation + " } }"))
                .isInstanceOf(FindingException.class)
                .hasMessageContaining("GET /api/sky");
    }

    @Test
    void tellsWhoAnswersWhatAndWhatIsLeftOut() throws Exception {
        write("catalogue/sky/provider.yml", """
                name: The Sky
                home: https://sky.example
                terms: { commercial: restricted, cache: true, attribution: Seen by us }
                base: https://api.sky.example
                auth: { query: { key: $SKY_KEY } }
                headers: { From: "$SKY_CONTACT or none" }
                quota: [ 5/minute, 900 looks/day Europe/Paris ]
                operations:
                  weather/current:
                    get: /now
                    spends: { looks: 1 }
                    answer:
                      temperatureCelsius: /t
                      humidityPercent: none
                      windMetresPerSecond: /w
                      condition: /c
                      observedAt: /at
                    cache: 90m
                  weather/hourly:
                    get: /hours
                    spends: { looks: 1 }
                    answer:
                      hours: { each: /, startsAt: /at, temperatureCelsius: /t, windMetresPerSecond: /w, condition: /c,
                               feelsLikeCelsius: /f, humidityPercent: /h, windFromDegrees: /d }
                """);

        var page = ProvidersPage.write(Operations.beside(Content.class), project.resolve("catalogue"));

        assertThat(page)
                .contains("1 providers answer 2 operations in 1 categories; 0 operations have three")
                .contains(
                        "| `weather/current` | [sky](https://sky.example) | `SKY_KEY` | 5/minute, 900 looks/day Europe/Paris"
                                + " | restricted, kept | 90 min | `feelsLikeCelsius`, `humidityPercent`, `windFromDegrees` |")
                .contains("| – | `hours.precipitationProbabilityPercent`, `hours.precipitationMillimetres` |")
                .endsWith("| [sky](https://sky.example) | The Sky | `SKY_KEY` | `SKY_CONTACT` | Seen by us |\n");
    }

    @Test
    void stopsWithoutAnyProvider() throws Exception {
        Files.createDirectories(project.resolve("catalogue"));

        assertThatThrownBy(() -> ProvidersPage.write(Operations.beside(Content.class), project.resolve("catalogue")))
                .hasMessageContaining("There is no provider");
    }

    @Test
    void tellsMedianNinetiethPercentAndLongest() {
        var lengths = List.of(new Length("a", 9), new Length("b", 1), new Length("c", 5));

        assertThat(House.summary(lengths).strip().split(" +", -1)).containsExactly("3", "5", "5", "9");
        assertThat(House.summary(List.of())).isEqualTo("none");
    }

    private Modules modules() throws IOException {
        return Modules.of(project);
    }

    private void write(String file, String text) throws IOException {
        var path = project.resolve(file);
        Files.createDirectories(path.resolve("..").normalize());
        Files.writeString(path, text);
    }
}
