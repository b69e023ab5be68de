package dev.universalapi.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.Eventually;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisTests {
    @TempDir
    Path parent;

    private Home home;
    private Redis redis;

    @BeforeEach
    void prepare() {
        home = new Home(parent.resolve("a \"summer\"\\"));
        home.prepare();
        new Identity(home.identity()).prepare();
        redis = new Redis(home);
    }

    private static Store.Place place(int port) {
        return new Store.Place(port, port);
    }

    private Process run(int port) throws IOException {
        return new ProcessBuilder(redis.command(place(port)))
                .redirectErrorStream(true)
                .redirectOutput(parent.resolve("log").toFile())
                .start();
    }

    private boolean answers(int port, long pid) {
        try {
            return redis.answers(port, pid);
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void runsHereOrSaysWhyNot() {
        var here = redis.complaint();
        var elsewhere = redis.complaint("plan9-mips");

        assertThat(here).isEmpty();
        assertThat(elsewhere).contains("is not there for plan9-mips");
    }

    @Test
    void saysWhenItsProgramDoesNotRun() throws IOException {
        var unpacked =
                Binary.redis(Binary.system(), home.apps().resolve("redis")).orElseThrow();
        Files.createDirectories(unpacked.file().getParent());
        Files.writeString(unpacked.file(), "no program");

        assertThat(redis.complaint())
                .hasValueSatisfying(why -> assertThat(why).startsWith("does not run on this machine"));
    }

    @Test
    void answersAsThatProcessAndNoOther() throws Exception {
        redis.complaint();
        var port = new Ports().any();
        var process = run(port);
        try {
            Eventually.holds(() -> answers(port, process.pid()));

            assertThat(answers(port, process.pid() + 1)).isFalse();
            Files.writeString(new Identity(home.identity()).redisPassword(), "another");
            assertThat(answers(port, process.pid())).isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(answers(port, process.pid())).isFalse();
    }

    @Test
    void keepsItsPasswordToItsOwner() throws IOException {
        redis.complaint();
        var secret =
                Files.readString(new Identity(home.identity()).redisPassword()).strip();

        var command = redis.command(place(20_000));

        assertThat(secret).hasSize(43);
        assertThat(command).noneMatch(word -> word.contains(secret));
        assertThat(Files.getPosixFilePermissions(Path.of(command.getLast())))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(new Identity(home.identity()).redisPassword()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void refusesDataOfANewerOne() throws IOException {
        Files.createDirectories(home.data("redis"));
        Files.writeString(home.data("redis").resolve("dump.rdb"), "REDIS0009 and so on");
        redis.refuseOtherData();
        Files.writeString(home.data("redis").resolve("dump.rdb"), "REDIS0011 and so on");

        assertThatThrownBy(redis::refuseOtherData)
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("is of format 0011, which a Redis newer than 6.2 wrote");
    }

    @Test
    void saysWhichFolderCannotBeWritten() throws IOException {
        Files.createDirectories(home.data("redis").getParent());
        Files.writeString(home.data("redis"), "in the way");

        assertThatThrownBy(() -> redis.command(place(20_000)))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("redis.conf cannot be written")
                .hasMessageContaining("give it to your user");
    }
}
