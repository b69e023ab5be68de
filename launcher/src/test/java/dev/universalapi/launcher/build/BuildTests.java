package dev.universalapi.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.FakeProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTests {
    private static final String MAVEN = "universal.maven";

    @TempDir
    Path parent;

    private final List<String> said = new ArrayList<>();

    @AfterEach
    void clear() {
        System.clearProperty(MAVEN);
    }

    private FakeProject projectWithMaven(String script) throws IOException {
        var project = FakeProject.in(parent);
        var maven = project.write("mvn", "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
        System.setProperty(MAVEN, maven.toString());
        return project;
    }

    @Test
    void doesNothingWhenAllIsFresh() throws IOException {
        var project = projectWithMaven("exit 1\n");

        new Build(project.folder()).ensure(FakeProject.PARTS, said::add);

        assertThat(said).isEmpty();
        assertThat(new Build(project.folder()).stale(FakeProject.PARTS)).isEmpty();
    }

    @Test
    void buildsWhatIsMissingAndSaysSo() throws IOException {
        var project = projectWithMaven("""
                echo "[INFO] Building sandbox 2.2.0   [3/3]"
                echo "$@" > arguments
                echo "$JAVA_HOME" > java
                """);
        Files.delete(project.folder().resolve("sandbox/target/sandbox.jar"));

        new Build(project.folder()).ensure(FakeProject.PARTS, said::add);

        assertThat(said).hasSize(2).first().asString().startsWith("Building, since sandbox is not built yet");
        assertThat(said).last().isEqualTo("  sandbox (3 of 3)");
        assertThat(project.folder().resolve("arguments")).content().contains("-pl :sandbox -am package");
        assertThat(project.folder().resolve("java")).content().isEqualTo(System.getProperty("java.home") + "\n");
        assertThat(project.folder().resolve(".universal/build.log")).content().contains("Building sandbox");
    }

    @Test
    void showsTheErrorsOfAFailedBuild() throws IOException {
        var project = projectWithMaven("echo '[ERROR] Main.java: no such thing'; exit 1\n");
        Files.delete(project.folder().resolve("sandbox/target/sandbox.jar"));

        assertThatThrownBy(() -> new Build(project.folder()).ensure(FakeProject.PARTS, said::add))
                .hasMessageContaining("the build failed, its errors are above");
        assertThat(said).contains("[ERROR] Main.java: no such thing");
    }

    @Test
    void saysWhenMavenCannotBeRun() throws IOException {
        var project = FakeProject.in(parent);
        System.setProperty(MAVEN, parent.resolve("nothing").toString());

        assertThatThrownBy(() -> new Maven(project.folder()).run(List.of("verify"), said::add))
                .hasMessageContaining("Maven cannot be run");
    }

    @Test
    void addsUpTheReportsOfOneRun() throws IOException {
        var project = FakeProject.in(parent);
        var before = project.write(
                "gateway/target/surefire-reports/TEST-OldTests.xml", "<testsuite tests=\"9\" errors=\"9\">");
        var old = Files.getLastModifiedTime(before).toInstant();
        Files.setLastModifiedTime(before, FileTime.from(old.minusSeconds(60)));
        project.write(
                "gateway/target/surefire-reports/TEST-NewTests.xml",
                "<?xml version=\"1.0\"?>\n<testsuite name=\"a\" time=\"1\"\n tests=\"7\" errors=\"1\" skipped=\"2\""
                        + " failures=\"1\">\n<testcase tests=\"99\"/></testsuite>");
        project.write("sandbox/target/surefire-reports/TEST-MoreTests.xml", "<testsuite tests=\"4\">");
        project.write("sandbox/target/surefire-reports/notes.txt", "<testsuite tests=\"4\">");

        assertThat(TestTotals.since(old.minusSeconds(5), project.folder()))
                .hasToString("7 passed, 2 failed, 2 skipped");
    }
}
