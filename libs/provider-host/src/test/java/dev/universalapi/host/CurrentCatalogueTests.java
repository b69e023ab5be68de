package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.operation.Operations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentCatalogueTests {
    private static final Duration SELDOM = Duration.ofHours(1);
    private static final String MANIFEST = """
            name: Acme
            home: https://acme.example
            terms: { commercial: allowed, cache: true }
            base: https://api.acme.example
            auth: none
            operations:
              paint/colour:
                get: /v1/colours
                query: { name: "{name}" }
                answer: { hex: /hex, price: /price }
            """;

    @TempDir
    private Path folder;

    private final Catalogue house =
            Catalogue.load(Operations.of(Colour.class, Brush.class), Path.of("src/test/resources/atelier"));

    private void write(String id, String manifest) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(id)).resolve("provider.yml"), manifest);
    }

    private static Iterable<String> ids(Catalogue catalogue) {
        return catalogue.providers().stream().map(Provider::id).toList();
    }

    @Test
    void isTheHousesOwnWithoutAFolder() {
        var none = new CurrentCatalogue(house, null, SELDOM);
        var absent = new CurrentCatalogue(house, folder.resolve("absent"), SELDOM);

        none.look();

        assertThat(none.get()).isSameAs(house);
        assertThat(absent.get()).isSameAs(house);
        assertThat(absent.complaints()).isEmpty();
    }

    @Test
    void takesProvidersThatComeAndGo() throws IOException {
        write("acme", MANIFEST);
        var current = new CurrentCatalogue(house, folder, SELDOM);
        var first = current.get();

        write("brand", MANIFEST);
        Files.delete(folder.resolve("acme/provider.yml"));
        Files.delete(folder.resolve("acme"));
        current.look();

        assertThat(ids(first)).containsExactly("acme", "dye-works", "pigments");
        assertThat(ids(current.get())).containsExactly("brand", "dye-works", "pigments");
        assertThat(current.own()).isEqualTo(1);
    }

    @Test
    void keepsTheSetBeforeAndSaysWhichLineIsWrong() throws IOException {
        write("acme", MANIFEST);
        var current = new CurrentCatalogue(house, folder, SELDOM);
        var before = current.get();

        write("bad", MANIFEST.replace("auth: none", "auth: perhaps"));
        current.look();

        assertThat(current.get()).isSameAs(before);
        assertThat(current.complaints()).singleElement().asString().startsWith("bad/provider.yml:5: ");
        write("bad", MANIFEST);
        current.look();
        assertThat(current.complaints()).isEmpty();
        assertThat(ids(current.get())).contains("acme", "bad");
    }

    @Test
    void takesNoIdThatIsTaken() throws IOException {
        write("pigments", MANIFEST);

        var current = new CurrentCatalogue(house, folder, SELDOM);

        assertThat(current.get()).isSameAs(house);
        assertThat(current.complaints())
                .containsExactly("pigments/provider.yml:1: the catalogue has a provider pigments;"
                        + " name the folder otherwise");
    }

    @Test
    void looksByItselfWhileItRuns() throws Exception {
        var current = new CurrentCatalogue(house, folder, Duration.ofMillis(5));
        current.start();
        current.start();
        try {
            write("acme", MANIFEST);
            var waiting = new CountDownLatch(1);
            while (current.own() == 0) {
                var _ = waiting.await(5, java.util.concurrent.TimeUnit.MILLISECONDS);
            }

            assertThat(current.isRunning()).isTrue();
        } finally {
            current.stop();
        }
        assertThat(current.isRunning()).isFalse();
    }
}
