package dev.universalapi.engine.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.manifest.Provider;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Three replicas that ask in any order, while time passes and the store loses what it held, or an answer.
class QuotaProperties {
    private static final Provider PROVIDER = Acme.allows("[ 20/second, 40/minute, 90 characters/minute ]");
    private static final int REPLICAS = 3;
    private static final int TIME_PASSES = 59;
    private static final int STORE_LOSES = 58;
    private static final int ANSWER_IS_LOST = 57;

    /// What happens in one try.
    private static final class Run {
        private final FakeClock clock = new FakeClock();
        private final FakeStore store = new FakeStore(clock);
        private final Map<String, Long> sent = new HashMap<>();
        private final List<CountedQuotas> replicas = IntStream.range(0, REPLICAS)
                .mapToObj(_ ->
                        new CountedQuotas(store, () -> REPLICAS, () -> CountedQuotas.Settings.DEFAULT, clock, () -> 0))
                .toList();

        void call(int replica, int characters) {
            var spends = Map.of("requests", 1L, "characters", (long) characters);
            if (replicas.get(replica).take(PROVIDER, Acme.KEY, spends) instanceof Grant.Granted) {
                Need.of(PROVIDER.quota(), spends, clock.instant())
                        .forEach(need -> sent.merge(need.window().name(), need.amount(), Long::sum));
            }
        }

        void callUnheard(int replica, int characters) {
            store.late(true);
            call(replica, characters);
            store.late(false);
        }

        // in the first round each tells what it spent, in the second it hears of all but the two calls after it, which
        // is what the margin of the smallest quota covers
        void lose() {
            IntStream.range(0, 2 * REPLICAS).forEach(turn -> call(turn % REPLICAS, 1));
            store.lose();
            clock.pass(Duration.ofMillis(1));
        }

        void step(int step) {
            switch (step) {
                case TIME_PASSES -> clock.pass(Duration.ofMillis(400));
                case STORE_LOSES -> lose();
                case ANSWER_IS_LOST -> callUnheard(step % REPLICAS, 2);
                default -> call(step % REPLICAS, step % 5);
            }
            for (var quota : PROVIDER.quota()) {
                var window = Window.of(quota, clock.instant());
                assertThat(sent.getOrDefault(window.name(), 0L)).isLessThanOrEqualTo(quota.limit());
            }
        }
    }

    @Property(tries = 300)
    void neverMoreThanTheLimitInAWindow(@ForAll @Size(max = 300) List<@IntRange(max = 59) Integer> steps) {
        var run = new Run();

        steps.forEach(run::step);
    }

    @Property(tries = 300)
    void exactlyTheLimitWhereNothingIsLost(@ForAll @Size(min = 90, max = 300) List<@IntRange(max = 56) Integer> steps) {
        var run = new Run();

        steps.forEach(step -> run.call(step % REPLICAS, 0));

        assertThat(run.sent)
                .containsEntry("requests/second@" + FakeClock.START.getEpochSecond(), 20L)
                .containsEntry("requests/minute@" + FakeClock.START.getEpochSecond(), 20L);
    }
}
