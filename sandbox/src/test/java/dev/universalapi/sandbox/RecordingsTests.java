package dev.universalapi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.request.Incoming;
import dev.universalapi.engine.sample.Samples;
import dev.universalapi.providers.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which of several recordings is served. The provider has a host for each language.
final class RecordingsTests {
    private static final Operations OPERATIONS = Operations.beside(Content.class);
    private static final String MANIFEST = """
            name: Acme
            home: https://acme.example
            terms: { commercial: allowed, cache: true }
            base: "https://{language}.acme.example"
            auth: none
            operations:
              joke/random:
                get: /joke
                query: { category: "{category}" }
                answer: { id: /id, text: /text, language: "{language}" }
            """;

    @TempDir
    Path folder;

    private Path own = Path.of("");

    @BeforeEach
    void write() throws IOException {
        own = Files.createDirectory(folder.resolve("acme"));
        Files.writeString(own.resolve("provider.yml"), MANIFEST);
    }

    private static String answer(String language, String id) {
        return """
                - operation: joke/random
                  query: { language: %s }
                  body: { id: %s, text: Ha. }
                  origin: documented https://acme.example
                  answer: { id: %s, text: Ha., punchline: null, category: null, language: %s, url: null }
                """.formatted(language, id, id, language);
    }

    private static String failure(int status, String outcome, String body) {
        return """
                - operation: joke/random
                  query: { language: en }
                  status: %d
                  body: { text: %s }
                  origin: documented https://acme.example
                  outcome: %s
                """.formatted(status, body, outcome);
    }

    private Catalogue catalogue(String... samples) throws IOException {
        Files.writeString(own.resolve("samples.yml"), String.join("", samples));
        return Catalogue.load(OPERATIONS, folder);
    }

    private String exact(String... samples) throws IOException {
        var catalogue = catalogue(samples);
        var recordings = Recordings.of(catalogue, Samples.load(catalogue, folder));
        return text(recordings.exact(offers(catalogue), incoming("en.acme.example")));
    }

    private static List<Offer> offers(Catalogue catalogue) {
        return catalogue.provider("acme").orElseThrow().offers();
    }

    private static Incoming incoming(String host) {
        return new Incoming("GET", "/joke", "", Map.of("host", host + ":8080"), new byte[0]);
    }

    private static String text(Optional<Recording> recording) {
        return recording
                .map(found -> new String(found.response().body(), StandardCharsets.UTF_8))
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid-input",
        "401, dead-key",
        "403, dead-key",
        "404, not-found",
        "429, rate-limited",
        "503, unavailable",
        "200, drifted"
    })
    void anAnswerWinsOverAFailureBeforeIt(int status, String outcome) throws IOException {
        var served = exact(failure(status, outcome, "no"), answer("en", "1"));

        assertThat(served).contains("\"id\":1");
    }

    @ParameterizedTest
    @CsvSource({"401, dead-key", "403, dead-key", "429, rate-limited", "503, unavailable", "200, drifted"})
    void aFailureOfTheQuestionsOwnWinsOverAnyOther(int status, String outcome) throws IOException {
        var served = exact(failure(status, outcome, "no"), failure(404, "not-found", "own"));

        assertThat(served).contains("own");
    }

    @Test
    void ofWhatIsAlikeTheFirstIsServed() throws IOException {
        var answers = exact(answer("en", "1"), answer("en", "2"));
        var own = exact(failure(404, "not-found", "first"), failure(400, "invalid-input", "second"));
        var others = exact(failure(429, "rate-limited", "first"), failure(503, "unavailable", "second"));

        assertThat(answers).contains("\"id\":1");
        assertThat(own).contains("first");
        assertThat(others).contains("first");
    }

    @Test
    void theSameCallToAnotherHostIsAnother() throws IOException {
        var catalogue = catalogue(answer("en", "1"), answer("fr", "2"));
        var recordings = Recordings.of(catalogue, Samples.load(catalogue, folder));

        var french = recordings.exact(offers(catalogue), incoming("fr.acme.example"));
        var german = recordings.exact(offers(catalogue), incoming("de.acme.example"));

        assertThat(text(french)).contains("\"id\":2");
        assertThat(german).isEmpty();
    }

    @Test
    void theFirstAnswerIsOneOfTheHostWhereThereIsOne() throws IOException {
        var catalogue = catalogue(answer("en", "1"), answer("fr", "2"));
        var recordings = Recordings.of(catalogue, Samples.load(catalogue, folder));
        var offer = offers(catalogue).getFirst();

        var french = recordings.first(offer, "fr.acme.example");
        var german = recordings.first(offer, "de.acme.example");

        assertThat(text(french)).contains("\"id\":2");
        assertThat(text(german)).contains("\"id\":1");
    }
}
