package dev.universalapi.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.universalapi.engine.trial.Corpus;
import dev.universalapi.engine.trial.Draft;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Replays the corpus of hostile manifests: each is refused with file and line, and costs little.
class HostileManifestTests {
    private static final Corpus CORPUS = Corpus.of("manifest");
    private static final long MOST_ALLOCATED = 256L * 1024 * 1024;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Arguments> refused() {
        return CORPUS.lines("expected.txt").stream().map(line -> Arguments.of((Object[]) line.split(" ¦ ", 2)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesAHostileManifest(String file, String expected) {
        var manifest = CORPUS.file(file);

        var before = THREADS.getCurrentThreadAllocatedBytes();
        var errors = Draft.errors(manifest);
        var allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertThat(errors).first().asString().startsWith("acme/provider.yml:" + expected);
        assertThat(errors).hasSizeLessThan(102).allMatch(error -> error.length() < 1_100);
        assertThat(allocated).isLessThan(MOST_ALLOCATED);
    }

    @Test
    void leavesOutNoFile() {
        assertThat(refused().map(arguments -> String.valueOf(arguments.get()[0])))
                .containsExactlyInAnyOrderElementsOf(Stream.of(CORPUS.names(".yml"))
                        .flatMap(List::stream)
                        .filter(name -> !name.startsWith("seed-") && !name.startsWith("found-"))
                        .toList());
    }

    @Test
    void takesTheSeedsOfTheFuzz() {
        assertThat(CORPUS.names(".yml").stream().filter(name -> name.startsWith("seed-")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Draft.errors(CORPUS.file(name))).isEmpty());
    }

    @Test
    void takesOrRefusesWhatTheFuzzHasFound() {
        assertThat(CORPUS.names(".yml").stream().filter(name -> name.startsWith("found-")))
                .allSatisfy(name -> assertThat(Draft.errors(CORPUS.file(name))).isNotNull());
    }
}
