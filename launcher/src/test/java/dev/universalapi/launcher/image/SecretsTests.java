package dev.universalapi.launcher.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.launcher.FakeProject.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {
    private static final Pattern FILE = Pattern.compile("file: \"\\$\\{UNIVERSAL_SECRETS:-[^}]+}/([^\"]+)\"");
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>universal-api</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern NAMED = Pattern.compile("\\$\\{UNIVERSAL_VERSION:-([^}]+)}");

    @TempDir
    Path parent;

    private final Words words = new Words();

    private Path make() {
        var to = parent.resolve("secrets");
        new Secrets().run(List.of("--to", to.toString()), words.terminal());
        return to;
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var contents = new TreeMap<String, String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file));
            }
            return contents;
        }
    }

    @Test
    void areThoseThatComposeNames() throws Exception {
        var compose = Files.readString(Path.of("").toAbsolutePath().resolveSibling("docker-compose.yml"));
        var named = FILE.matcher(compose).results().map(found -> found.group(1)).collect(Collectors.toSet());

        var made = contents(make()).keySet();

        assertThat(named).hasSizeGreaterThan(15).isSubsetOf(made);
        assertThat(made).filteredOn(file -> !named.contains(file)).containsExactly("bootstrap-key", "providers/README");
    }

    @Test
    void comeWithAFileThatNamesTheVersionOfThisCheckout() throws Exception {
        var project = Path.of("..").toAbsolutePath().normalize();
        var pom = VERSION.matcher(Files.readString(project.resolve("pom.xml")));
        var named = NAMED.matcher(Files.readString(project.resolve("docker-compose.yml")));

        assertThat(pom.find()).isTrue();
        assertThat(named.results().map(found -> found.group(1)).distinct())
                .containsExactly(pom.group(1).replace("-SNAPSHOT", ""));
    }

    @Test
    void areMadeOnceAndTheFirstKeysToldOnce() throws Exception {
        var first = contents(make());
        var told = words.toString();
        var second = contents(make());

        assertThat(second).isEqualTo(first);
        assertThat(told).containsOnlyOnce("developer  uapi_live_");
        assertThat(words.toString()).containsOnlyOnce("developer  uapi_live_");
    }

    @Test
    void areNoTwoAlike() throws Exception {
        var passwords = contents(make()).entrySet().stream()
                .filter(file -> file.getKey().matches("database/.*|.*password|cursor-key"))
                .map(Map.Entry::getValue)
                .toList();

        assertThat(passwords)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(password -> password.strip().length() > 40);
    }

    @Test
    void mayBeReadOneByOneButNobodyElseEntersTheirFolder() throws Exception {
        var to = make();

        assertThat(Files.getPosixFilePermissions(to)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(to.resolve("keys")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
    }
}
