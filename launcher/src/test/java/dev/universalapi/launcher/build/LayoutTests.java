package dev.universalapi.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.FakeProject;
import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTests {
    @TempDir
    Path parent;

    @Test
    void extractsAPartOnceForEachContent() throws IOException {
        var project = FakeProject.in(parent);
        var layout = new Layout(project.home().apps());
        var jar = project.build("gateway");

        var first = layout.lay("gateway", jar);
        var mark = Files.writeString(first.jar().resolveSibling("mark"), "");
        var again = layout.lay("gateway", jar);
        var marked = Files.exists(mark);
        Files.copy(project.build("sandbox"), jar, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(first.jar().resolveSibling(".content"), "of another build");
        layout.lay("gateway", jar);

        assertThat(first.jar()).isRegularFile();
        assertThat(again).isEqualTo(first);
        assertThat(marked).isTrue();
        assertThat(mark).doesNotExist();
    }

    @Test
    void saysWhatToDoWhenItCannot() throws IOException {
        var layout = new Layout(parent.resolve("apps"));
        var broken = Files.writeString(parent.resolve("broken.jar"), "no jar");

        assertThatThrownBy(() -> layout.lay("gateway", broken))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("free some disk or delete that folder");
    }
}
