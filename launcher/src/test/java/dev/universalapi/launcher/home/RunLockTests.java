package dev.universalapi.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.LauncherException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTests {
    @TempDir
    Path folder;

    @Test
    void isHeldByOneAtATime() {
        var file = folder.resolve("lock");

        try (var _ = RunLock.take(file)) {
            assertThatThrownBy(() -> RunLock.take(file))
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContaining("another ./universal up is at work");
        }

        try (var again = RunLock.take(file)) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void saysWhereItCannotBeTaken() {
        assertThatThrownBy(() -> RunLock.take(folder.resolve("nowhere/lock")))
                .hasMessageContaining("cannot be written");
    }
}
