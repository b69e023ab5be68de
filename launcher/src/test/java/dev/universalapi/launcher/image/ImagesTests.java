package dev.universalapi.launcher.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.FakeProject;
import dev.universalapi.launcher.FakeProject.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTests {
    private static final String MAVEN = "universal.maven";
    private static final String PROJECT = "universal.project";
    private static final String JIB = """
        echo "$@" > arguments
        for part in discovery config-server sandbox search-service analytics-service auth-service gateway; do
          echo layers > $part/target/jib-image.tar
          echo '{"bomFormat":"CycloneDX"}' > $part/target/bom.json
          digest=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
          echo "{\\"image\\":\\"universal-api/$part:1\\",\\"imageDigest\\":\\"sha256:$digest\\"}" > $part/target/jib-image.json
        done
        """;

    @TempDir
    Path parent;

    private final Words words = new Words();

    @AfterEach
    void clear() {
        System.clearProperty(MAVEN);
        System.clearProperty(PROJECT);
    }

    private FakeProject project(String script) throws IOException {
        var project = FakeProject.in(parent);
        var maven = project.write("mvn", "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
        System.setProperty(MAVEN, maven.toString());
        System.setProperty(PROJECT, project.folder().toString());
        return project;
    }

    @Test
    void makesATarAndAListOfContentsOfEachPart() throws Exception {
        var project = project(JIB);
        var to = parent.resolve("to");

        var code = new Images().run(List.of("--to", to.toString()), words.terminal());

        assertThat(code).isZero();
        for (var part : FakeProject.PARTS) {
            assertThat(to.resolve(part + ".tar")).exists();
            assertThat(to.resolve(part + ".cdx.json")).content().contains("CycloneDX");
            assertThat(words.toString()).containsPattern("universal-api/" + part + ":1 +sha256:0123456789abcdef");
        }
        assertThat(words.toString()).contains("Next: for f in " + to + "/*.tar; do docker load -i $f; done");
        assertThat(project.folder().resolve("arguments"))
                .content()
                .contains(
                        "-Duniversal.image.base=eclipse-temurin:25-jre", ":probe,", ":gateway", "package jib:buildTar");
    }

    @Test
    void pushesToARegistry() throws Exception {
        var project = project(JIB);

        new Images().run(List.of("--to", "localhost:5000"), words.terminal());

        assertThat(project.folder().resolve("arguments")).content().contains("package jib:build cyclonedx:makeBom");
        assertThat(words.toString())
                .contains("pushed", "UNIVERSAL_IMAGES=localhost:5000/ UNIVERSAL_VERSION=1 docker compose up --wait");
        assertThat(project.home().folder().resolve("images/gateway.cdx.json")).exists();
    }

    @Test
    void saysHowToMakeABaseWhereNoneCanBePulled() throws Exception {
        project("echo '[ERROR] Failed to execute goal com.google.cloud.tools:jib-maven-plugin:3.5.2:buildTar: Unknown"
                + " host registry-1.docker.io'; exit 1\n");

        assertThatThrownBy(() -> new Images().run(List.of(), words.terminal()))
                .hasMessageContaining(
                        "eclipse-temurin:25-jre cannot be pulled from here: make a base by launcher/base/make");
    }

    @Test
    void saysWhenItWasTheBuildThatFailed() throws Exception {
        project("echo '[ERROR] Main.java: no such thing'; exit 1\n");

        assertThatThrownBy(() -> new Images().run(List.of(), words.terminal()))
                .hasMessageContaining("the images could not be made");
        assertThat(words.toString()).contains("Main.java: no such thing");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> new Images().run(List.of("gateway"), words.terminal()))
                .hasMessageContaining("--to and --base");
    }
}
