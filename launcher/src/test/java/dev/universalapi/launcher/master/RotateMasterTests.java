package dev.universalapi.launcher.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.FakeProject.Words;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.home.RunLock;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.identity.MasterKey;
import dev.universalapi.launcher.identity.MasterKeys;
import dev.universalapi.launcher.process.Stamp;
import dev.universalapi.launcher.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotateMasterTests {
    private static final String SECRET = "A".repeat(43);

    @TempDir
    Path folder;

    private final Words words = new Words();
    private Home home;
    private MasterKeys masters;
    private MasterKey old;
    private FakeAuth auth;

    @BeforeEach
    void prepare() throws IOException {
        home = new Home(folder);
        home.prepare();
        var identity = new Identity(home.identity());
        identity.prepare();
        masters = new MasterKeys(identity.masterKeys());
        old = masters.read().getFirst();
        auth = new FakeAuth(masters.file());
        auth.sealed.addAll(List.of(old.name(), old.name(), old.name()));
        runs("READY", "gateway", "auth-service", "auth-service-2");
    }

    @AfterEach
    void end() {
        auth.close();
    }

    /// As if a suite ran: this process for its launcher.
    private void runs(String phase, String... instances) throws IOException {
        var stamp = Stamp.of(ProcessHandle.current());
        var lines = new ArrayList<>(List.of(
                "launcher=%d %d".formatted(stamp.pid(), stamp.started()),
                "phase=" + phase,
                "mode=SANDBOX",
                "why=as wanted"));
        for (var instance : instances) {
            lines.add("member.%d=%s %s %d %d %d %d READY 0"
                    .formatted(
                            lines.size() - 4,
                            instance,
                            instance.replaceAll("-\\d$", ""),
                            auth.port(),
                            auth.port(),
                            stamp.pid(),
                            stamp.started()));
        }
        Files.write(Suite.stateFile(home), lines);
    }

    private int run(String... typed) {
        var all = new ArrayList<>(List.of(typed));
        all.addAll(List.of("--home", home.folder().toString()));
        return new RotateMaster(Duration.ZERO, Duration.ZERO).run(all, words.terminal());
    }

    @Test
    void sealsAllUnderANewKeyAndKeepsTheOld() throws IOException {
        var code = run();

        var keys = masters.read();
        assertThat(code).isZero();
        assertThat(keys).hasSize(2).last().isEqualTo(old);
        assertThat(auth.sealed).containsOnly(keys.getFirst().name());
        assertThat(words.toString())
                .contains(keys.getFirst() + " seals from now on", "3 sealed anew in all, 0 left under another key")
                .contains("Nothing that runs needs " + old, "every backup made before now")
                .doesNotContain(old.secret(), keys.getFirst().secret());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(masters.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void asksEveryReplicaWithTheOperatorsKey() {
        run();

        assertThat(auth.asked)
                .hasSize(3 * 2 * 2)
                .containsOnly(
                        "POST /api/admin/credentials/rotate Bearer " + new Identity(home.identity()).bootstrapKey());
    }

    @Test
    void dropsTheOldWhenAsked() throws IOException {
        Files.writeString(masters.file(), "# ours\n" + old.name() + " " + old.secret() + "\nolder " + SECRET + "\n");
        auth.sealed.add("older");

        var code = run("--drop-old");

        assertThat(code).isZero();
        assertThat(masters.read()).hasSize(1).doesNotContain(old);
        assertThat(masters.text()).contains("# ours\n").doesNotContain(SECRET);
        assertThat(auth.sealed)
                .hasSize(4)
                .containsOnly(masters.read().getFirst().name());
        assertThat(words.toString()).contains("Dropped " + old + ", older (fingerprint ");
    }

    @Test
    void putsBackWhatTurnsOutToBeNeeded() {
        auth.late = old.name();

        var code = run("--drop-old");

        assertThat(code).isOne();
        assertThat(masters.read()).hasSize(2).last().isEqualTo(old);
        assertThat(auth.sealed)
                .hasSize(4)
                .containsOnly(masters.read().getFirst().name());
        assertThat(words.toString()).contains("it was put back, and is needed");
    }

    @Test
    void dropsNothingWhileSomethingIsLeft() {
        auth.sealed.add("lost");

        var code = run("--drop-old");

        assertThat(code).isOne();
        assertThat(masters.read()).hasSize(2).last().isEqualTo(old);
        assertThat(words.toString()).contains("1 left under another key", "Keep " + old);
    }

    @Test
    void waitsForAuthServiceToComeBack() {
        auth.failures.addAll(List.of(503, 504));

        var code = run();

        assertThat(code).isZero();
        assertThat(words.toString()).contains("3 sealed anew in all");
    }

    @Test
    void makesNothingWhereTheOperatorIsRefused() {
        auth.failures.add(403);

        assertThatThrownBy(this::run).hasMessage("auth-service refuses (403): not now");
        assertThat(masters.read()).containsExactly(old);
    }

    @Test
    void makesNothingWhereAnotherFileIsRead() throws IOException {
        auth.file = Files.writeString(folder.resolve("other"), "other " + SECRET + "\n");

        assertThatThrownBy(this::run).hasMessageContaining("auth-service seals with other, and " + old.name());
        assertThat(masters.read()).containsExactly(old);
    }

    @Test
    void losesNoKeyWhenItIsBrokenOff() {
        auth.failures.addAll(List.of(0, 0, 0, 0, 500));

        assertThatThrownBy(this::run).hasMessageContaining("refuses (500)").hasMessageContaining("nothing is lost");
        var kept = masters.read();
        var code = run("--drop-old");

        assertThat(kept).hasSize(2).last().isEqualTo(old);
        assertThat(code).isZero();
        assertThat(masters.read()).hasSize(1).doesNotContainAnyElementsOf(kept);
    }

    @Test
    void putsTheOldBackWhereNobodySaysThatItIsNotNeeded() {
        auth.failures.addAll(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500));

        assertThatThrownBy(() -> run("--drop-old")).hasMessageContaining("refuses (500)");

        assertThat(masters.read()).hasSize(2).last().isEqualTo(old);
    }

    @Test
    void saysWhatToDoWhereNothingRuns() throws IOException {
        Files.delete(Suite.stateFile(home));

        assertThatThrownBy(this::run).isInstanceOf(LauncherException.class).hasMessageStartingWith("Nothing runs");

        runs("STARTING", "gateway", "auth-service");
        assertThatThrownBy(this::run).hasMessageContaining("not ready");

        runs("READY", "gateway");
        assertThatThrownBy(this::run).hasMessageContaining("auth-service does not run here");
        assertThat(masters.read()).containsExactly(old);
    }

    @Test
    void isDoneByOneAtATime() {
        try (var _ = RunLock.take(home.run().resolve("rotate-master.lock"))) {
            assertThatThrownBy(this::run).hasMessage("another rotate-master is at work");
        }
        assertThatThrownBy(() -> run("now")).hasMessageContaining("takes no word");
    }
}
