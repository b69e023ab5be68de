package dev.universalapi.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.FakeProject;
import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshnessTests {
    private static final String GATEWAY = "gateway";

    @TempDir
    Path parent;

    private static Optional<String> reason(FakeProject project) {
        return new Freshness(Modules.of(project.folder())).reason(GATEWAY);
    }

    /// The clock of file systems moves in steps: writes until the file is seen to be newer.
    private static void touch(FakeProject project, String name, String text) throws IOException {
        var before = project.folder().resolve(GATEWAY + "/target/gateway.jar");
        Path file;
        do {
            file = project.write(name, text);
        } while (((FileTime) Files.getAttribute(file, "unix:ctime"))
                        .compareTo((FileTime) Files.getAttribute(before, "unix:ctime"))
                <= 0);
    }

    @Test
    void isFreshWhenNothingChanged() throws IOException {
        assertThat(reason(FakeProject.in(parent))).isEmpty();
    }

    @Test
    void isStaleWhenItsSourcesChangedWhateverDateTheyClaim() throws IOException {
        var project = FakeProject.in(parent);

        touch(project, "gateway/src/main/java/Main.java", "class Main { }");
        Files.setLastModifiedTime(project.folder().resolve("gateway/src/main/java/Main.java"), FileTime.fromMillis(0));

        assertThat(reason(project)).hasValue("gateway/src/main has changed");
    }

    @Test
    void isStaleWhenAModuleThatItDependsOnChanged() throws IOException {
        var project = FakeProject.in(parent);
        project.write(
                "pom.xml", "<module>gateway</module><module>libs/contracts</module><module>libs/testkit</module>");
        project.write("gateway/pom.xml", """
                <parent><groupId>dev.universalapi</groupId><artifactId>universal-api</artifactId></parent>
                <groupId>dev.universalapi</groupId>
                <artifactId>contracts</artifactId>
                <groupId>dev.universalapi</groupId>
                <artifactId>testkit</artifactId>
                <directory>../docs</directory>
                """);
        project.write("libs/contracts/pom.xml", "<project/>");
        project.build(GATEWAY);

        var before = reason(project);
        touch(project, "libs/testkit/src/main/java/A.java", "class A {}");
        var beside = reason(project);
        touch(project, "docs/page.md", "text");
        var page = reason(project);
        project.build(GATEWAY);
        touch(project, "libs/contracts/src/main/java/A.java", "class A {}");

        assertThat(before).isEmpty();
        assertThat(beside).isEmpty();
        assertThat(page).hasValue("docs has changed");
        assertThat(reason(project)).hasValue("libs/contracts/src/main has changed");
    }

    @Test
    void isNotBuiltWithoutItsLibraries() throws IOException {
        var project = FakeProject.in(parent);
        var jar = project.folder().resolve("gateway/target/gateway.jar");

        Files.writeString(jar, "half");
        var half = reason(project);
        Files.delete(jar);

        assertThat(half).hasValue("gateway is not built yet");
        assertThat(reason(project)).hasValue("gateway is not built yet");
    }

    @Test
    void saysWhatIsNoCheckout() {
        assertThatThrownBy(() -> Modules.of(parent))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("is this the whole checkout?");
        assertThatThrownBy(() -> Modules.of(FakeProject.in(parent).folder()).folder("nothing"))
                .hasMessageContaining("there is no module nothing");
    }
}
