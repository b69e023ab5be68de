package dev.universalapi.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Images run Java as `up` does, but for the heap, which there is a share of what the container may use.
class ImageFlagsTests {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern FLAG = Pattern.compile("<jvmFlag>([^<]+)</jvmFlag>");
    private static final Pattern ARENAS = Pattern.compile("<MALLOC_ARENA_MAX>(\\d+)</MALLOC_ARENA_MAX>");
    private static final String HEAP = "-Xmx";
    private static final String SHARE = "-XX:MaxRAMPercentage=";

    static Stream<Part> ours() {
        return Part.ALL.stream().filter(part -> part.kind() == Part.Kind.SPRING || part.kind() == Part.Kind.PLAIN);
    }

    private static String pom(String folder) throws IOException {
        return Files.readString(PROJECT.resolve(folder).resolve("pom.xml"));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static List<String> without(List<String> flags, String beginning) {
        return flags.stream()
                .filter(Predicate.not(flag -> flag.startsWith(beginning)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void areThoseOfTheLauncher(Part part) throws IOException {
        var flags = Stream.concat(all(FLAG, pom("")).stream(), all(FLAG, pom(part.name())).stream())
                .toList();

        assertThat(without(flags, SHARE)).isEqualTo(without(part.flags(), HEAP));
        assertThat(flags).filteredOn(flag -> flag.startsWith(SHARE)).hasSize(1);
    }

    @Test
    void haveTheDatabasesOfTheLauncher() throws IOException {
        var made = Pattern.compile("for name in (.*); do")
                .matcher(Files.readString(PROJECT.resolve("compose/postgres-roles.sh")));
        var databases = ours().flatMap(part -> part.database().stream()).toList();

        assertThat(made.results().map(found -> found.group(1))).containsExactly(String.join(" ", databases));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void keepMemoryTogetherWhereTheLauncherDoes(Part part) throws IOException {
        var apart = part.name().equals(Part.GATEWAY);

        assertThat(all(ARENAS, pom(""))).containsExactly("2");
        assertThat(all(ARENAS, pom(part.name()))).isEqualTo(apart ? List.of("0") : List.of());
    }
}
