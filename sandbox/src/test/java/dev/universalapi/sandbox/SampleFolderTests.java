package dev.universalapi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.providers.exchange.LatestRates;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SampleFolderTests {
    private static final String BODY = "{\"base\":\"USD\",\"date\":\"2020-02-02\",\"rates\":{\"EUR\":0.9}}";

    @TempDir
    Path folder;

    @Test
    void winsOverTheCatalogueForItsQuery() throws Exception {
        table(
                "provider\toperation\tquery\tstatus\tfile\n# a comment\nfrankfurter\texchange/latest\tbase=USD\t200\tusd.json\n");
        Files.writeString(folder.resolve("usd.json"), BODY);

        try (var world = world()) {
            assertThat(text(ask(world, "USD"))).isEqualTo(BODY);
            assertThat(text(ask(world, "EUR"))).contains("\"EUR\"").doesNotContain("2020-02-02");
        }
    }

    @Test
    void takesAQueryAsJsonAndAStatus() throws Exception {
        table("frankfurter\texchange/latest\t{\"base\":\"CHF\"}\t503\tdown.txt\n");
        Files.writeString(folder.resolve("down.txt"), "down");

        try (var world = world()) {
            var response = ask(world, "CHF");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(text(response)).isEqualTo("down");
            assertThat(response.headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
        }
    }

    @Test
    void answersEveryQueryWithALineThatNamesNone() throws Exception {
        table("frankfurter\texchange/latest\t-\t\tany.json\n");
        Files.writeString(folder.resolve("any.json"), BODY);

        try (var world = world()) {
            var response = ask(world, "SEK");

            assertThat(text(response)).isEqualTo(BODY);
            assertThat(response.headers().firstValue(Wire.SAMPLE)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frankfurter,exchange/latest,base=USD,200 | map.tsv:1: has 4 columns",
                "nobody,exchange/latest,,200,a.json | map.tsv:1: no provider `nobody`",
                "frankfurter,joke/random,,200,a.json | map.tsv:1: no provider `frankfurter` of the catalogue offers `joke/random`",
                "frankfurter,exchange/latest,base=euro,200,a.json | map.tsv:1: the query does not fit: base",
                "frankfurter,exchange/latest,{base,200,a.json | map.tsv:1: the query is no JSON",
                "frankfurter,exchange/latest,,fine,a.json | map.tsv:1: the status must be a number from 100 to 599",
                "frankfurter,exchange/latest,,200,../outside.json | map.tsv:1: the file `../outside.json` is not in",
                "frankfurter,exchange/latest,,200,missing.json | map.tsv:1: the file `missing.json` is not in",
            })
    void saysWhichLineCannotBeUsed(String line, String message) throws IOException {
        Files.writeString(folder.resolve("a.json"), BODY);
        table(line.replace(',', '\t'));

        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void saysThatTheTableIsMissing() {
        assertThatThrownBy(this::read).hasMessageContaining("map.tsv is missing");
    }

    private void table(String text) throws IOException {
        Files.writeString(folder.resolve("map.tsv"), text);
    }

    private Recordings read() throws IOException {
        return new SampleFolder(World.CATALOGUE, folder).read();
    }

    private World world() throws IOException {
        return new World(Recordings.of(World.CATALOGUE, World.SAMPLES).under(read()));
    }

    private static HttpResponse<byte[]> ask(World world, String base) throws Exception {
        return world.caller().call(World.request(World.offer("frankfurter", "exchange/latest"), new LatestRates(base)));
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
