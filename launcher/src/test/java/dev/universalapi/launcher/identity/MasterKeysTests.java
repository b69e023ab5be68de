package dev.universalapi.launcher.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTests {
    @TempDir
    Path folder;

    @Test
    void areNamedAfterThemselves() {
        var key = MasterKey.random();
        var padded = MasterKey.parse("ours " + key.secret() + "=").orElseThrow();

        assertThat(key.name()).isEqualTo("master-" + key.fingerprint().substring(0, 8));
        assertThat(padded.fingerprint()).isEqualTo(key.fingerprint());
        assertThat(key.isMadeHere()).isTrue();
        assertThat(padded.isMadeHere()).isFalse();
        assertThat(key.toString()).contains(key.fingerprint()).doesNotContain(key.secret());
    }

    @Test
    void nameTheLineThatIsNoneAndNotWhatItSays() throws IOException {
        var file = Files.writeString(folder.resolve("masters"), "# two\n\nours tooshort\n");

        assertThatThrownBy(() -> new MasterKeys(file).read())
                .hasMessage(file + ":3 is not `name base64-of-32-bytes`")
                .hasMessageNotContaining("tooshort");
        assertThatThrownBy(() -> new MasterKeys(folder.resolve("none")).read()).hasMessageContaining("cannot be read");
    }

    @Test
    void areReplacedBehindALink() throws IOException {
        var mounted = Files.writeString(folder.resolve("mounted"), "ours " + "A".repeat(43) + "\n");
        var masters = new MasterKeys(Files.createSymbolicLink(folder.resolve("masters"), mounted));

        var fresh = masters.renew();

        assertThat(masters.file()).isSymbolicLink();
        assertThat(new MasterKeys(mounted).read()).hasSize(2).first().isEqualTo(fresh);
    }
}
