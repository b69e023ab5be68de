package dev.universalapi.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.sample.Sample;
import dev.universalapi.engine.sample.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Runs every sample of every provider, and checks what a provider's folder must hold. A new folder is found by
/// itself.
final class CatalogueTests {
    private static final Path FOLDER = Path.of("catalogue");
    private static final int MEDIAN_LINES = 25;

    private final Operations operations = Operations.beside(Content.class);
    private final Catalogue catalogue = Catalogue.load(operations, FOLDER);
    private final Samples samples = Samples.load(catalogue, FOLDER);

    @TestFactory
    Stream<DynamicNode> everyProvider() {
        return catalogue.providers().stream().map(this::suite);
    }

    private DynamicNode suite(Provider provider) {
        var own = samples.of(provider.id());
        return DynamicContainer.dynamicContainer(
                provider.id(),
                Stream.concat(
                        new FolderRules(FOLDER, operations, provider, own).tests(),
                        own.stream()
                                .flatMap(
                                        sample -> Stream.of(SampleTest.of(provider, sample), kept(provider, sample)))));
    }

    private static DynamicTest kept(Provider provider, Sample sample) {
        var offer = provider.offer(sample.operation().path()).orElseThrow();
        return KeptTest.of(provider.id(), sample, offer.read(sample.query(), sample.response()));
    }

    @Test
    void isTheSameOnTheClassPath() {
        var packed = Catalogue.load(operations, Content.class);

        var ids = packed.providers().stream().map(Provider::id);

        assertThat(ids)
                .containsExactlyElementsOf(
                        catalogue.providers().stream().map(Provider::id).toList());
        for (var provider : packed.providers()) {
            assertThat(Samples.load(packed, Content.class).of(provider.id())).hasSameSizeAs(samples.of(provider.id()));
        }
    }

    @Test
    void staysShort() throws IOException {
        var lines = catalogue.providers().stream()
                .mapToInt(provider -> lines(FOLDER.resolve(provider.id()).resolve("provider.yml"))
                        / provider.offers().size())
                .sorted()
                .toArray();

        var median = lines[lines.length / 2];

        assertThat(median)
                .as("median of the lines an operation of all manifests: the language should say it shorter")
                .isLessThanOrEqualTo(MEDIAN_LINES);
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
