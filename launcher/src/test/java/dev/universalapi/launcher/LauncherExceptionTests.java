package dev.universalapi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class LauncherExceptionTests {

    @Test
    void tellsInWordsWhatIsWrongWithAFile() {
        assertThat(LauncherException.why(new AccessDeniedException("/a"))).isEqualTo("no right to use /a");
        assertThat(LauncherException.why(new NoSuchFileException("/a"))).isEqualTo("/a is not there");
        assertThat(LauncherException.why(new FileSystemException("/a", null, "No space left on device")))
                .isEqualTo("/a: No space left on device");
        assertThat(LauncherException.why(new FileSystemException("/a"))).isEqualTo("/a: FileSystemException");
        assertThat(LauncherException.why(new IOException("torn"))).isEqualTo("torn");
        assertThat(LauncherException.why(new IOException())).isEqualTo("IOException");
    }
}
