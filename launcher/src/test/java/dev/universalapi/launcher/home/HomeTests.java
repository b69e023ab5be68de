package dev.universalapi.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTests {
    private static final String LEAST = "universal.disk.least";

    @TempDir
    Path folder;

    @AfterEach
    void clear() {
        System.clearProperty(LEAST);
    }

    @Test
    void isMadeWithItsSecretsClosedToOthers() throws IOException {
        var home = new Home(folder.resolve("new"));

        home.prepare();

        assertThat(home.logs()).isDirectory();
        assertThat(home.config()).isDirectory();
        for (var secret : new Path[] {home.identity(), home.secrets()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rwx------");
        }
        assertThat(home.secrets().resolve("README")).content().contains("One file a key");
    }

    @Test
    void refusesAFileInAFoldersPlace() throws IOException {
        Files.writeString(folder.resolve("logs"), "");

        assertThatThrownBy(() -> new Home(folder).prepare())
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("logs should be a folder and is not; move it away and start again");
    }

    @Test
    void refusesAPlaceThatCannotBeAFolder() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new Home(file.resolve("home")).prepare())
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("--home");
    }

    @Test
    void refusesADiskThatIsFull() {
        System.setProperty(LEAST, String.valueOf(1L << 40));

        assertThatThrownBy(() -> new Home(folder).prepare())
                .hasMessageMatching("the disk of .* has \\d+ MiB left, and 1099511627776 are needed; free some, or"
                        + " choose another place with --home");
    }

    @Test
    void measuresTheDiskOfAFolderThatIsNotThereYet() {
        assertThat(new Home(folder.resolve("a/b/c")).freeBytes()).isPositive();
    }
}
