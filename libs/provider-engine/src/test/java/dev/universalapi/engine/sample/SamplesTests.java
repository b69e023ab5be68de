package dev.universalapi.engine.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.ManifestException;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Single;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTests {
    private static final String MANIFEST = Draft.HEAD
            + "operations:\n  trial/single:\n    get: /x\n    answer: { id: /i, number: /n, inner: { a: /a } }\n";

    @TempDir
    private Path folder;

    private Path own;

    @BeforeEach
    void writesAManifest() throws IOException {
        own = Files.createDirectory(folder.resolve("acme"));
        Files.writeString(own.resolve("provider.yml"), MANIFEST);
        Files.writeString(folder.resolve("README"), "no provider");
    }

    private Samples read(String samples) throws IOException {
        Files.writeString(own.resolve("samples.yml"), samples);
        return Samples.load(Catalogue.load(Draft.OPERATIONS, folder), folder);
    }

    private List<String> errors(String samples) throws IOException {
        try {
            read(samples);
            return List.of();
        } catch (ManifestException e) {
            return e.errors();
        }
    }

    @Test
    void readsCases() throws IOException {
        Files.writeString(own.resolve("body.json"), "{\"i\":1}");

        var samples = read("""
                - operation: trial/single
                  query: { name: x }
                  asks: GET https://api.acme.example/v1/x
                  headers: { Retry-After: "30" }
                  body: { i: "5", n: 1.50, a: [ y ] }
                  origin: recorded 2025-11-21
                  answer: { id: "5", number: 1, inner: { a: y, b: null } }
                - operation: trial/single
                  query: { name: x }
                  status: 404
                  body: "<html>"
                  origin: documented https://acme.example
                  outcome: not-found
                  message: None.
                - operation: trial/single
                  query: { name: x }
                  file: body.json
                  origin: documented https://acme.example
                  answer: '{ "id": "1" }'
                """).of("acme");

        assertThat(samples).hasSize(3);
        var first = samples.getFirst();
        assertThat(first.place()).isEqualTo("acme/samples.yml:1");
        assertThat(first.query()).isEqualTo(new Single("x"));
        assertThat(first.asks()).hasValue("GET https://api.acme.example/v1/x");
        assertThat(first.response().header("retry-after")).hasValue("30");
        assertThat(first.ok()).isTrue();
        assertThat(new String(first.response().body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"i\":\"5\",\"n\":1.50,\"a\":[\"y\"]}");
        assertThat(samples.get(1).expected()).isEqualTo(new Sample.Failed(Outcome.NOT_FOUND, Optional.of("None.")));
        assertThat(samples.get(1).ok()).isFalse();
        assertThat(samples.get(2).response().body()).asString().isEqualTo("{\"i\":1}");
        assertThat(read("[]").of("acme", "trial/single")).isEmpty();
    }

    @Test
    void tellsHowAnAnswerDiffers() throws IOException {
        var sample = read("""
                - { operation: trial/single, query: { name: x }, origin: recorded 2025,
                    answer: { id: "5", number: 1.0, inner: { a: y } } }
                - { operation: trial/single, query: { name: x }, origin: recorded 2025, outcome: empty }
                """).of("acme", "trial/single");
        var inner = new Single.Inner("y", null);

        assertThat(sample.getFirst().differs(new Single.Answer("5", 1, inner, null)))
                .isEmpty();
        assertThat(sample.getFirst().differs(new Single.Answer("5", 2, inner, null)))
                .hasValue("trial/single.number is 2, expected 1.0");
        assertThat(sample.getFirst().differs(new Single.Answer("5", 1, inner, inner)))
                .hasValue("trial/single.maybe is {\"a\":\"y\"}, expected null");
        assertThat(sample.get(1).differs(new Single.Answer("5", 1, inner, inner)))
                .hasValue("no answer is expected");
    }

    @Test
    void tellsListsApart() throws IOException {
        Files.writeString(
                own.resolve("provider.yml"),
                Draft.HEAD + "operations:\n  trial/listing:\n    get: /x\n    answer: { all: /a }\n");
        var sample = read("- { operation: trial/listing, origin: recorded 2025, answer: { all: [ a, b ] } }")
                .of("acme")
                .getFirst();

        assertThat(sample.differs(new Single.Listing.Answer(List.of("a", "b"), null)))
                .isEmpty();
        assertThat(sample.differs(new Single.Listing.Answer(List.of("a", "c"), null)))
                .hasValue("trial/listing.all/1 is \"c\", expected \"b\"");
        assertThat(sample.differs(new Single.Listing.Answer(List.of("a"), null)))
                .hasValue("trial/listing.all has 1 elements, expected 2");
    }

    @Test
    void refusesWhatIsNoSample() throws IOException {
        var head = "- operation: trial/single\n  query: { name: x }\n  origin: recorded 2025\n";

        assertThat(errors("a: b"))
                .containsExactly("acme/samples.yml:1: the samples are no list; begin each with `- operation: …`");
        assertThat(errors("- a")).singleElement().asString().contains("a sample is no mapping");
        assertThat(errors("- operation: trial/any"))
                .singleElement()
                .asString()
                .contains("acme has no operation `trial/any`");
        assertThat(errors(head)).singleElement().asString().contains("one of `answer` and `outcome`");
        assertThat(errors(head + "  answer: {}\n  outcome: empty"))
                .singleElement()
                .asString()
                .contains("one of `answer`");
        assertThat(errors(head + "  answer: '{'"))
                .singleElement()
                .asString()
                .startsWith("acme/samples.yml:4: the answer is no JSON");
        assertThat(errors(head + "  outcome: odd")).singleElement().asString().contains("there is no outcome `odd`");
        assertThat(errors(head + "  answer: {}\n  message: x"))
                .singleElement()
                .asString()
                .contains("an answer has no message");
        assertThat(errors(head + "  answer: {}\n  odd: x"))
                .singleElement()
                .asString()
                .contains("`odd` is no word of samples");
        assertThat(errors(head + "  answer: {}\n  status: 20"))
                .singleElement()
                .asString()
                .contains("`20` is no status");
        assertThat(errors(head + "  answer: {}\n  file: none.json"))
                .singleElement()
                .asString()
                .contains("no file `none.json`");
        assertThat(errors(head + "  answer: {}\n  file: ../x"))
                .singleElement()
                .asString()
                .contains("no file `../x`");
        assertThat(errors(head + "  answer: {}\n  body: a\n  file: x"))
                .anyMatch(error -> error.contains("`body` and `file`"));
        assertThat(errors(head.replace("{ name: x }", "{}") + "  answer: {}"))
                .singleElement()
                .asString()
                .contains("name is missing");
        assertThat(errors(head.replace("recorded", "heard") + "  answer: {}"))
                .singleElement()
                .asString()
                .contains("where it is from");
    }

    @Test
    void findsProvidersByHostAndPath() throws IOException {
        var catalogue = Catalogue.load(Draft.OPERATIONS, folder);

        assertThat(catalogue.at("API.acme.example", "/v1/x")).isPresent();
        assertThat(catalogue.at("api.acme.example", "/v2/x")).isEmpty();
        assertThat(catalogue.at("acme.example", "/v1/x")).isEmpty();
        assertThat(catalogue.provider("acme")).isPresent();
        assertThat(catalogue.offering("trial/single")).hasSize(1);
        assertThat(catalogue.operations()).isSameAs(Draft.OPERATIONS);
        Files.createDirectory(folder.resolve("Odd"));
        assertThatThrownBy(() -> Catalogue.load(Draft.OPERATIONS, folder))
                .hasMessage(
                        "Odd/provider.yml:1: there is no manifest in the folder Odd; write one, or remove the folder");
        Files.writeString(folder.resolve("Odd/provider.yml"), MANIFEST);
        assertThatThrownBy(() -> Catalogue.load(Draft.OPERATIONS, folder))
                .hasMessageContaining("Odd/provider.yml:1: `Odd` is no provider id");
    }
}
