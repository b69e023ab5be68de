package dev.universalapi.host.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.host.switching.HeldSwitches.Pace;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeldSwitchesTests {
    private static final String COLD = "provider:cold";
    private static final Pace NEVER = new Pace(Duration.ofHours(1), Duration.ofHours(1));
    private static final Pace OFTEN = new Pace(Duration.ofMillis(1), Duration.ofMillis(1));

    private final Operators operators = new Operators();
    private HeldSwitches held = new HeldSwitches(operators, NEVER);

    /// Who switches, or is away.
    private static final class Operators implements SwitchSource {
        private final Map<String, String> off = new ConcurrentHashMap<>();
        private final LinkedBlockingQueue<String> reads = new LinkedBlockingQueue<>();
        private volatile boolean away;

        @Override
        public Map<String, String> read() throws IOException {
            reads.add("read");
            if (away) {
                throw new IOException("away");
            }
            return Map.copyOf(off);
        }

        boolean wasRead() throws InterruptedException {
            return reads.poll(20, TimeUnit.SECONDS) != null;
        }
    }

    @AfterEach
    void stop() {
        held.stop();
        assertThat(held.isRunning()).isFalse();
    }

    @Test
    void isKnownBeforeTheFirstQuestion() {
        operators.off.put(COLD, "wrong figures");
        operators.off.put("operation:weather/now", "under repair");

        held.start();

        assertThat(held.isRunning()).isTrue();
        assertThat(held.provider("cold")).contains("wrong figures");
        assertThat(held.operation("weather/now")).contains("under repair");
        assertThat(held.provider("mild")).isEmpty();
        assertThat(held.getPhase()).isZero();
    }

    @Test
    void isReadAgainAtEachChangeOfASwitch() {
        held.start();

        operators.off.put(COLD, "wrong figures");
        held.changed("switch", COLD);
        await().until(() -> held.provider("cold").isPresent());
        operators.off.clear();
        held.changed("switch", COLD);
        await().until(() -> held.provider("cold").isEmpty());
        operators.off.put(COLD, "missed");
        held.forgetAll();
        await().until(() -> held.provider("cold").isPresent());
    }

    @Test
    void isNotReadForOtherChangesNorAgainWhileChangesAreHeardOf() throws Exception {
        held = new HeldSwitches(operators, new Pace(Duration.ofMillis(1), Duration.ofHours(1)));
        held.hearBy(() -> true);
        held.start();
        assertThat(operators.wasRead()).isTrue();

        held.changed("credential", "org_1/cold");

        assertThat(operators.reads.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void isReadNowAndThenWhileChangesAreNotHeardOf() {
        held = new HeldSwitches(operators, OFTEN);
        held.start();

        operators.off.put(COLD, "wrong figures");

        await().until(() -> held.provider("cold").isPresent());
    }

    @Test
    void isNothingWhereNobodyCouldBeAskedYetAndIsReadAgain() throws Exception {
        operators.away = true;
        operators.off.put(COLD, "wrong figures");
        held = new HeldSwitches(operators, OFTEN);
        held.hearBy(() -> true);

        held.start();
        assertThat(held.provider("cold")).isEmpty();
        assertThat(operators.wasRead()).isTrue();
        assertThat(operators.wasRead()).isTrue();
        operators.away = false;

        await().until(() -> held.provider("cold").isPresent());
    }

    @Test
    void staysAsItWasKnownWhileNobodyCanBeAsked() throws Exception {
        operators.off.put(COLD, "wrong figures");
        held.start();
        assertThat(operators.wasRead()).isTrue();

        operators.away = true;
        held.changed("switch", COLD);

        assertThat(operators.wasRead()).isTrue();
        assertThat(held.provider("cold")).contains("wrong figures");
    }
}
