package dev.universalapi.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.FakeProject.Words;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.suite.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProviderDoctorTests {
    private static final Path PROJECT = Path.of("/somewhere");
    private static final Home HOME = new Home(Path.of("/elsewhere"));

    private static Arguments typed(String... words) {
        return Arguments.parse(List.of(words), Set.of(ProviderDoctor.PROVIDERS, ProviderDoctor.RECORD), Set.of());
    }

    @TempDir
    Path parent;

    @Test
    void saysInOneLineThatNobodyCanBeAsked() {
        var said = new Words();
        var doctor = new ProviderDoctor(PROJECT, () -> new Mode.Choice(Mode.SANDBOX, "none of them can be reached"));

        var code = doctor.run(typed("--providers"), HOME, said.terminal());

        assertThat(code).isZero();
        assertThat(said.toString()).isEqualToIgnoringNewLines("No provider is asked: none of them can be reached");
    }

    @Test
    void passesOnTheSecretsNamesAndWhetherToRecord() throws IOException {
        Files.writeString(parent.resolve("pom.xml"), "<module>bench</module>");
        var command = ProviderDoctor.of(parent).command(typed("--providers", "pubmed", "--record"), HOME);

        assertThat(command)
                .endsWith("doctor", HOME.secrets().toString(), "pubmed", "--record")
                .contains(parent.resolve("bench/target/bench.jar").toString());
    }
}
