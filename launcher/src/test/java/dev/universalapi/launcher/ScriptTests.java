package dev.universalapi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./universal` itself, in a folder with a space and an accent, with a Maven that only pretends.
class ScriptTests {
    private static final String BUILDS = """
            #!/bin/sh
            [ "$1" = -v ] && { echo "Apache Maven 3.9.9 (fake)"; exit; }
            echo "$@" >> calls
            mkdir -p launcher/target
            cp prepared.jar launcher/target/launcher.jar
            """;

    @TempDir
    Path parent;

    private record Ran(int code, String said) {}

    private FakeProject project(String maven) throws IOException {
        var project = FakeProject.in(parent);
        var script = Path.of("").toAbsolutePath().resolveSibling("universal");
        Files.copy(script, project.folder().resolve("universal"), StandardCopyOption.COPY_ATTRIBUTES);
        project.write("launcher/pom.xml", "<project/>");
        project.write("launcher/src/main/java/Launcher.java", "class Launcher {}");
        Files.copy(project.launcherJar(), project.folder().resolve("prepared.jar"));
        var program = project.write("bin/mvn", maven);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return project;
    }

    private static Ran run(FakeProject project, String... words) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(List.of(project.folder().resolve("universal").toString()));
        command.addAll(List.of(words));
        var builder =
                new ProcessBuilder(command).directory(project.folder().toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LC_ALL", "C");
        builder.environment()
                .put(
                        "PATH",
                        project.folder().resolve("bin") + ":" + System.getenv().getOrDefault("PATH", "/usr/bin"));
        var script = builder.start();
        var said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(script.waitFor(), said);
    }

    @Test
    void listsItsCommands() throws Exception {
        var project = project(BUILDS);

        var help = run(project, "help");
        var unknown = run(project, "upp");

        assertThat(help.code()).isZero();
        assertThat(help.said()).contains("up [--sandbox|--live] [--detach] [--port N] [--scale SERVICE=N]");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.said()).startsWith("There is no command upp.");
    }

    @Test
    void buildsTheLauncherOnceAndAgainWhenItsSourcesChange() throws Exception {
        var project = project(BUILDS);

        var first = run(project, "status");
        var second = run(project, "status");
        var jar = project.folder().resolve(".universal/launcher.jar");
        var source = project.write("launcher/src/main/java/Launcher.java", "class Launcher { }");
        Files.setLastModifiedTime(
                source, FileTime.from(Files.getLastModifiedTime(jar).toInstant().plusSeconds(2)));
        var third = run(project, "status");

        assertThat(List.of(first.code(), second.code(), third.code())).containsExactly(3, 3, 3);
        assertThat(first.said())
                .startsWith("Building the launcher")
                .endsWith("Nothing runs; ./universal up starts it\n");
        assertThat(second.said()).isEqualTo("Nothing runs; ./universal up starts it\n");
        assertThat(third.said()).startsWith("Building the launcher");
        assertThat(Files.readAllLines(project.folder().resolve("calls")))
                .hasSize(2)
                .allMatch(call -> call.contains("-pl launcher -am"));
    }

    @Test
    void readsNamesWithAccentsWhateverTheLocale() throws Exception {
        var project = project(BUILDS);

        var doctor = run(project, "doctor");

        assertThat(doctor.said()).contains("ok    folder     " + project.home().folder() + " can be written");
    }

    @Test
    void wantsAMavenThatIsNewEnough() throws Exception {
        var project = project("#!/bin/sh\necho 'Apache Maven 3.6.3 (fake)'\n");

        var ran = run(project, "status");

        assertThat(ran.code()).isOne();
        assertThat(ran.said()).contains("Maven 3.8.7 or newer is needed, and ").contains("is 3.6.3: ");
    }

    @Test
    void showsWhyTheLauncherCouldNotBeBuilt() throws Exception {
        var project = project(
                "#!/bin/sh\n[ \"$1\" = -v ] && { echo 'Apache Maven 4.0.0'; exit; }\necho '[ERROR] no such thing'\nexit 1\n");

        var ran = run(project, "up");

        assertThat(ran.code()).isOne();
        assertThat(ran.said())
                .contains("[ERROR] no such thing", "The launcher could not be built; all that Maven said is in ");
    }

    @Test
    void passesTestsOnToMavenAndCountsThem() throws Exception {
        var project = project(BUILDS + """
                mkdir -p gateway/target/surefire-reports
                echo '<testsuite tests="3" failures="1">' > gateway/target/surefire-reports/TEST-A.xml
                """);

        var ran = run(project, "test", "-Dthis=that");

        assertThat(ran.code()).isZero();
        assertThat(ran.said()).endsWith("2 passed, 1 failed, 0 skipped\n");
        assertThat(project.folder().resolve("calls")).content().contains("-B -Dthis=that -T 2 verify");
    }
}
