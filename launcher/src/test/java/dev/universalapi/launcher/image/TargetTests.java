package dev.universalapi.launcher.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTests {
    private static final Path USUAL = Path.of("/usual");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"registry.example.com", "localhost:5000", "docker.io/someone", "host:5000/a/b", "127.0.0.1:5000"
            })
    void takesWhatHasAHostForARegistry(String typed) {
        var target = Target.of(typed, USUAL);

        assertThat(target).isEqualTo(new Target.Registry(typed, USUAL));
        assertThat(target.arguments(new Foundation("some:1")))
                .contains("-Duniversal.image.prefix=" + typed + "/", "-Djib.from.platforms=linux/amd64,linux/arm64")
                .endsWith("jib:build");
    }

    @ParameterizedTest
    @ValueSource(strings = {"images", "./images", "/tmp/images", "target/a.b/c", "../x"})
    void takesAllElseForAFolder(String typed) {
        var target = Target.of(typed, USUAL);

        assertThat(target)
                .isEqualTo(new Target.Folder(Path.of(typed).toAbsolutePath().normalize()));
        assertThat(target.arguments(new Foundation("some:1"))).endsWith("jib:buildTar");
    }

    @Test
    void encryptsOnTheWayToAllButThisMachine() {
        assertThat(Target.of("localhost:5000", USUAL).arguments(new Foundation("a")))
                .contains("-Djib.allowInsecureRegistries=true");
        assertThat(Target.of("localhost.example.com", USUAL).arguments(new Foundation("a")))
                .contains("-Djib.allowInsecureRegistries=false");
    }

    @Test
    void pushesOneArchitectureWhereTheBaseIsAFile() throws Exception {
        var file = Files.createFile(folder.resolve("base.tar"));

        var arguments = Target.of("localhost:5000", USUAL).arguments(Foundation.of(file.toString()));

        assertThat(arguments).noneMatch(argument -> argument.contains(","));
    }

    @Test
    void saysHowToMakeABaseThatIsNotThere() {
        assertThatThrownBy(() -> Foundation.of(folder.resolve("base.tar").toString()))
                .hasMessageContaining("launcher/base/make " + folder);
    }
}
