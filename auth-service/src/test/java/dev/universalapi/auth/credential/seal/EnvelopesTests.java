package dev.universalapi.auth.credential.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopesTests {
    private static final String PLACE = "org_1/weatherapi";
    private static final String SECRET = "s3cret of mine";
    private static final String OLD = line("old", 'o');
    private static final String NEW = line("new", 'n');

    @TempDir
    Path folder;

    private long written = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    @Test
    void opensWhatItSealed() throws IOException {
        var envelopes = envelopes(OLD);

        var sealed = envelopes.seal(PLACE, SECRET);

        assertThat(sealed.master()).isEqualTo("old");
        assertThat(new String(sealed.content(), StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        assertThat(sealed).hasToString("sealed by old");
        assertThat(envelopes.open(PLACE, sealed)).isEqualTo(SECRET);
    }

    @Test
    void sealsEachUnderAKeyOfItsOwn() throws IOException {
        var envelopes = envelopes(OLD);

        var one = envelopes.seal(PLACE, SECRET);
        var other = envelopes.seal(PLACE, SECRET);

        assertThat(one.content()).isNotEqualTo(other.content());
        assertThatThrownBy(() -> envelopes.open(PLACE, new Sealed("old", one.wrapped(), other.content())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensNothingAtAnotherPlace() throws IOException {
        var envelopes = envelopes(OLD);
        var sealed = envelopes.seal(PLACE, SECRET);

        assertThatThrownBy(() -> envelopes.open("org_2/weatherapi", sealed)).hasMessageContaining("does not open");
        assertThatThrownBy(() -> envelopes.rewrap("org_2/weatherapi", sealed)).hasMessageContaining("does not open");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12, -1})
    void opensNothingThatWasChanged(int place) throws IOException {
        var envelopes = envelopes(OLD);
        var sealed = envelopes.seal(PLACE, SECRET);
        var changed = sealed.content().clone();
        changed[Math.floorMod(place, changed.length)] ^= 1;

        assertThatThrownBy(() -> envelopes.open(PLACE, new Sealed("old", sealed.wrapped(), changed)))
                .hasMessageContaining("does not open");
        assertThatThrownBy(() -> envelopes.open(PLACE, new Sealed("old", new byte[3], sealed.content())))
                .hasMessageContaining("does not open");
    }

    @Test
    void opensUnderOldAndNewWhileBothAreThereAndUnderTheNewAloneOnceRewrapped() throws IOException {
        var envelopes = envelopes(OLD);
        var sealed = envelopes.seal(PLACE, SECRET);

        write(NEW, OLD);
        var rewrapped = envelopes.rewrap(PLACE, sealed);

        assertThat(envelopes.open(PLACE, sealed)).isEqualTo(SECRET);
        assertThat(rewrapped.master()).isEqualTo("new");
        assertThat(rewrapped.content()).isEqualTo(sealed.content());
        write(NEW);
        assertThat(envelopes.open(PLACE, rewrapped)).isEqualTo(SECRET);
        assertThatThrownBy(() -> envelopes.open(PLACE, sealed)).hasMessageContaining("old is needed");
    }

    @Test
    void goesOnWithTheKeysItHasWhereTheFileIsDamaged() throws IOException {
        var envelopes = envelopes(OLD);
        var sealed = envelopes.seal(PLACE, SECRET);

        write("half a key");

        assertThat(envelopes.open(PLACE, sealed)).isEqualTo(SECRET);
        assertThat(envelopes.masters().ids()).containsExactly("old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "id short", "id dG9vIHNob3J0"})
    void refusesAFileWithoutKeys(String text) throws IOException {
        var file = write(text);

        assertThatThrownBy(() -> new MasterKeys(file)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesTwoKeysOfOneId() throws IOException {
        var file = write(OLD, line("old", 'x'));

        assertThatThrownBy(() -> new MasterKeys(file)).hasMessageContaining("not in [2]");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> new MasterKeys(folder.resolve("none"))).hasMessageContaining("cannot be read");
    }

    private Envelopes envelopes(String... lines) throws IOException {
        return new Envelopes(new MasterKeys(write(lines)));
    }

    private Path write(String... lines) throws IOException {
        var file = Files.writeString(folder.resolve("masters"), String.join("\n", lines) + "\n");
        written += 1_000;
        return Files.setLastModifiedTime(file, FileTime.fromMillis(written));
    }

    private static String line(String id, char letter) {
        var bytes = String.valueOf(letter).repeat(32).getBytes(StandardCharsets.US_ASCII);
        return id + " " + Base64.getEncoder().encodeToString(bytes);
    }
}
