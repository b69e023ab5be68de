package dev.universalapi.launcher.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTests {
    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndKept() throws IOException {
        var identity = new Identity(folder);
        identity.prepare();
        var key = identity.bootstrapKey();
        var signing = Files.readString(identity.signingKey());
        var cursors = Files.readString(identity.cursorKey());
        var masters = Files.readString(identity.masterKeys());

        identity.prepare();

        assertThat(identity.bootstrapKey()).isEqualTo(key);
        assertThat(Files.readString(identity.signingKey())).isEqualTo(signing);
        assertThat(Files.readString(identity.cursorKey())).isEqualTo(cursors).hasSize(44);
        assertThat(Files.readString(identity.masterKeys()))
                .isEqualTo(masters)
                .matches("master-[0-9a-f]{8} [\\w-]{43}\n");
    }

    @Test
    void givesPartsAKeyThatIsNoGateways() throws IOException {
        var identity = new Identity(folder);
        identity.prepare();
        Files.delete(identity.partsKey());

        identity.prepare();

        assertThat(Files.readString(identity.partsKey())).contains("\"kid\":\"parts-1\"", "\"d\":");
        assertThat(Files.readString(identity.jwks()))
                .contains("\"kid\":\"gateway-1\"", "\"kid\":\"parts-1\"")
                .doesNotContain("\"d\":");
    }

    @Test
    void givesTheGatewayTheHashAndNotTheKey() throws IOException {
        var identity = new Identity(folder);

        identity.prepare();

        var keys = Files.readString(identity.keys());
        assertThat(keys).isEqualTo(new ApiKey(identity.bootstrapKey()).sha256() + " local live *:*,operator:*\n");
        assertThat(keys).doesNotContain(identity.bootstrapKey());
    }

    @Test
    void tellsTheFirstKeysOnceAndKeepsTheirHashes() throws IOException {
        var identity = new Identity(folder);

        var keys = identity.begin().orElseThrow();
        var again = identity.begin();

        assertThat(again).isEmpty();
        assertThat(Files.readString(identity.firstKeys()))
                .isEqualTo("%s local live *:*%n%s local live *:read,*:use,utility:write%n"
                        .formatted(new ApiKey(keys.owner()).sha256(), new ApiKey(keys.developer()).sha256()));
        assertThat(new ApiKey(keys.owner()).wellFormed()).isTrue();
        assertThat(keys.toString()).doesNotContain("uapi_");
    }

    @Test
    void isReadableByItsOwnerAlone() throws IOException {
        new Identity(folder).prepare();
        new Identity(folder).begin();

        try (var files = Files.list(folder)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void saysWhatToDoAboutADamagedKey() throws IOException {
        new Identity(folder).prepare();
        Files.writeString(folder.resolve("bootstrap-key"), "uapi_live_half");

        assertThatThrownBy(() -> new Identity(folder).prepare())
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("does not hold a whole key; delete it, and the next start makes a new one");
    }

    @Test
    void saysHowToGetAKeyWhereThereIsNone() {
        assertThatThrownBy(() -> new Identity(folder).bootstrapKey()).hasMessageContaining("./universal up");
    }
}
