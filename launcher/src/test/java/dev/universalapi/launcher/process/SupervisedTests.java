package dev.universalapi.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTests {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private final Guardian guardian = Guardian.start();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicBoolean well = new AtomicBoolean(true);

    @TempDir
    Path folder;

    private final Supervised.Audience audience = new Supervised.Audience() {
        @Override
        public void changed() {
            // the tests look themselves
        }

        @Override
        public void told(String sentence) {
            told.add(sentence);
        }
    };

    private Supervised child(String script, Supervised.Check check) {
        var program = new Program(
                "child", List.of("sh", "-c", script), Map.of("GREETING", "good day"), folder.resolve("child.log"));
        return new Supervised(program, guardian, check, audience);
    }

    @AfterEach
    void close() {
        guardian.close();
    }

    @Test
    void isReadyWhenItSaysSo() throws Exception {
        well.set(false);
        var child = child("echo $GREETING; exec sleep 600", well::get);

        child.start();
        var before = child.condition();
        well.set(true);
        child.firstReady().get();

        assertThat(before).isEqualTo(Condition.STARTING);
        Eventually.holds(() -> child.condition() == Condition.READY);
        assertThat(child.stamp().orElseThrow().alive()).isTrue();
        Eventually.holds(() -> Files.readString(folder.resolve("child.log")).equals("good day\n"));
        assertThat(child.stop(GRACE)).isFalse();
        assertThat(child.condition()).isEqualTo(Condition.STOPPED);
    }

    @Test
    void isUnwellWhileItLivesAndDoesNotAnswer() throws Exception {
        var child = child("exec sleep 600", () -> {
            if (!well.get()) {
                throw new IOException("no answer");
            }
            return true;
        });
        child.start();
        child.firstReady().get();

        well.set(false);
        Eventually.holds(() -> child.condition() == Condition.UNWELL);
        well.set(true);

        Eventually.holds(() -> child.condition() == Condition.READY);
        child.stop(GRACE);
    }

    @Test
    void isStartedAgainWhenItDies() throws Exception {
        var child = child("exec sleep 600", () -> true);
        child.start();
        child.firstReady().get();
        var first = child.stamp().orElseThrow();

        child.kill();
        Eventually.holds(() -> child.stamp().filter(now -> !now.equals(first)).isPresent());

        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("child ended with code 137 and is started again in 1 s; see ");
        assertThat(child.deaths()).isOne();
        child.stop(GRACE);
    }

    @Test
    void isGivenUpWhenItDiesThreeTimesBeforeItWasEverReady() throws Exception {
        var child = child("exit 9", () -> false);

        child.start();

        assertThatThrownBy(() -> child.firstReady().get())
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("child died 3 times before it was ready, the last time with code 9");
        assertThat(child.condition()).isEqualTo(Condition.FAILED);
        assertThat(told).hasSize(2);
    }

    @Test
    void isNotStartedAgainOnceItWasStopped() {
        var waiting = child("exec sleep 600", () -> true);
        var running = child("exec sleep 600", () -> true);
        running.start();

        waiting.stop(GRACE);
        waiting.start();
        running.stop(GRACE);

        assertThat(waiting.condition()).isEqualTo(Condition.STOPPED);
        assertThat(waiting.stamp()).isEmpty();
        assertThat(running.stamp()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void doesNotHearCtrlC() throws Exception {
        var child = child("echo up; while :; do sleep 1; done", () -> true);
        child.start();
        Eventually.holds(
                () -> Files.exists(folder.resolve("child.log")) && Files.size(folder.resolve("child.log")) > 0);
        var pid = child.stamp().orElseThrow().pid();

        new ProcessBuilder("kill", "-INT", String.valueOf(pid)).start().waitFor();
        new ProcessBuilder("kill", "-HUP", String.valueOf(pid)).start().waitFor();

        child.firstReady().get();
        assertThat(child.stamp().orElseThrow().pid()).isEqualTo(pid);
        assertThat(child.deaths()).isZero();
        child.stop(GRACE);
    }

    @Test
    void saysWhenTheSystemRefusesToStartItAgain() throws Exception {
        var logs = Files.createDirectory(folder.resolve("logs"));
        var program = new Program("child", List.of("sleep", "600"), Map.of(), logs.resolve("child.log"));
        var child = new Supervised(program, guardian, () -> true, audience);
        child.start();
        child.firstReady().get();

        Files.delete(logs.resolve("child.log"));
        Files.delete(logs);
        child.kill();

        Eventually.holds(() -> child.condition() == Condition.FAILED);
        assertThat(told).last().asString().startsWith("child cannot be started: ");
    }
}
