package dev.universalapi.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.FakeProject.Words;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.archive.Archive;
import dev.universalapi.launcher.archive.Need;
import dev.universalapi.launcher.archive.Needs;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.home.RunLock;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.identity.MasterKeys;
import dev.universalapi.launcher.store.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
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
    void leavesMasterKeysOutSinceItWouldOpenItself() throws IOException {
        var identity = new Identity(home.identity());
        identity.prepare();
        var secret = new MasterKeys(identity.masterKeys()).read().getFirst().secret();

        run(new Backup(), file.toString());

        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                assertThat(entry.getName()).doesNotContain("identity", "master");
                assertThat(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1))
                        .doesNotContain(secret);
            }
        }
    }

    @Test
    void namesTheMasterKeyThatIsNeededAndWhetherItIsHere() throws IOException {
        var identity = new Identity(home.identity());
        identity.prepare();
        var here = new MasterKeys(identity.masterKeys()).read().getFirst();
        var needs = new Needs(
                true,
                List.of(
                        new Need(here.name(), here.fingerprint(), 3),
                        new Need("ours", "0123456789abcdef", 2),
                        new Need("renewed", "fedcba9876543210", 1)));
        Files.writeString(identity.masterKeys(), "renewed " + "A".repeat(43) + "\n", StandardOpenOption.APPEND);
        new Archive(file, Versions.brought()).write(home.data(""), needs);

        run(new Restore(), file.toString());

        assertThat(words.toString())
                .contains(
                        "What organisations brought (3) opens with " + here + " alone, which is in "
                                + identity.masterKeys(),
                        "What organisations brought (2) opens with ours (fingerprint 0123456789abcdef) alone, which is not in ",
                        "put its line there, from where you keep it",
                        "What organisations brought (1) opens with renewed (fingerprint fedcba9876543210) alone, which is not in ",
                        "put its line there in the place of renewed (fingerprint ")
                .doesNotContain(here.secret());
    }

    @Test
    void saysNothingOfMasterKeysWhereNothingIsSealed() {
        run(new Backup(), file.toString());
        run(new Restore(), file.toString());

        assertThat(words.toString()).doesNotContain("master");
    }

    @Test
    void saysWhenItIsNotKnownWhatIsSealed() throws IOException {
        Files.createDirectories(home.data("postgres/cluster"));
        Files.writeString(home.data("postgres/cluster/PG_VERSION"), "18\n");

        run(new Backup(), file.toString());
        run(new Restore(), file.toString());

        assertThat(words.toString())
                .contains("PostgreSQL could not be asked which master keys this needs")
                .contains("It does not say which master keys it needs");
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
