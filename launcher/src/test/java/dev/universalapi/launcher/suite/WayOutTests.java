package dev.universalapi.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.launcher.FakeProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WayOutTests {
    @TempDir
    Path parent;

    @Test
    void asksTheHostsThatManifestsDeclare() throws IOException {
        var project = FakeProject.in(parent);
        project.write(
                "providers/catalogue/a/provider.yml", "name: A\nbase: https://api.a.example/v1   # its only one\n");
        project.write("providers/catalogue/b/provider.yml", "base: https://b.example\n");
        project.write("providers/catalogue/c/notes.txt", "base: https://c.example\n");

        assertThat(WayOut.of(project.folder()).hosts()).containsExactly("api.a.example", "b.example");
        assertThat(WayOut.of(parent).hosts()).isEmpty();
    }

    @Test
    void choosesTheSandboxWhereNobodyCanBeReached() {
        var choice = new WayOut(List.of("nowhere.invalid", "neither.invalid")).choose();

        assertThat(choice.mode()).isEqualTo(Mode.SANDBOX);
        assertThat(choice.why()).startsWith("none of nowhere.invalid, neither.invalid ");
    }

    @Test
    void choosesTheSandboxWhereThereIsNobodyToAsk() {
        assertThat(new WayOut(List.of()).choose().mode()).isEqualTo(Mode.SANDBOX);
    }
}
