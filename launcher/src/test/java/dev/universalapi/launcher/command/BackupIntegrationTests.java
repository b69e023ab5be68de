package dev.universalapi.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.FakeProject.Words;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.home.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupIntegrationTests {
    @TempDir
    Path parent;

    private final Words words = new Words();
    private Home home;
    private Path dump;
    private Path file;

    @BeforeEach
    void prepare() throws IOException {
        home = new Home(parent.resolve("home"));
        home.prepare();
        dump = home.data("redis").resolve("dump.rdb");
        file = parent.resolve("kept.zip");
        Files.createDirectories(dump.getParent());
        Files.writeString(dump, "before");
    }

    private int run(Command command, String... typed) {
        var all = new ArrayList<>(List.of(typed));
        all.addAll(List.of("--home", home.folder().toString()));
        return command.run(all, words.terminal());
    }

    @Test
    void restoresWhatWasBackedUpAndKeepsAsideWhatWasThere() throws IOException {
        run(new Backup(), file.toString());
        Files.writeString(dump, "after");

        run(new Restore(), file.toString());

        assertThat(dump).hasContent("before");
        assertThat(home.lastBackup()).content().contains("kept.zip");
        assertThat(words.toString()).contains("1 files of the stores are in " + file, "What they had is in ");
        try (var kept = Files.newDirectoryStream(home.folder(), "data.before-*")) {
            var folder = kept.iterator().next();
            assertThat(folder.resolve("redis/dump.rdb")).hasContent("after");
        }
    }

    @Test
    void replacesNothingByADamagedOne() throws IOException {
        Files.writeString(file, "no archive at all");

        assertThatThrownBy(() -> run(new Restore(), file.toString()))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("is no whole archive");
        assertThat(dump).hasContent("before");
        assertThat(home.folder().resolve("data.new")).doesNotExist();
    }

    @Test
    void doesNothingWhileASuiteRuns() {
        try (var _ = RunLock.take(home.run().resolve("lock"))) {
            assertThatThrownBy(() -> run(new Backup(), file.toString()))
                    .hasMessageContaining("another ./universal up is at work");
            assertThatThrownBy(() -> run(new Restore(), file.toString()))
                    .hasMessageContaining("another ./universal up is at work");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void wantsTheNameOfOneFile() {
        assertThatThrownBy(() -> run(new Backup())).hasMessage("backup takes the name of one file");
        assertThatThrownBy(() -> run(new Restore(), "a", "b")).hasMessage("restore takes the name of one file");
    }
}
