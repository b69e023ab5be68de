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
    private static final Provider PROVIDER = Acme.allows("[ 7/second, 40/minute, 90 characters/minute ]");

    private final FakeClock clock = new FakeClock();
    private final FakeStore store = new FakeStore(clock);
    private final List<CountedQuotas> replicas = IntStream.range(0, 3)
            .mapToObj(_ -> new CountedQuotas(store, () -> 3, () -> CountedQuotas.Settings.DEFAULT, clock, () -> 0))
            .toList();

    private final Map<String, Long> sent = new HashMap<>();

    private void call(int replica, int characters) {
        var spends = Map.of("requests", 1L, "characters", (long) characters);
        if (replicas.get(replica).take(PROVIDER, Acme.KEY, spends) instanceof Grant.Granted) {
            Need.of(PROVIDER.quota(), spends, clock.instant())
                    .forEach(need -> sent.merge(need.window().name(), need.amount(), Long::sum));
        }
    }

    private void assertWithin() {
        for (var quota : PROVIDER.quota()) {
            var window = Window.of(quota, clock.instant());
            assertThat(sent.getOrDefault(window.name(), 0L)).isLessThanOrEqualTo(quota.limit());
        }
    }

    @Property(tries = 300)
    void neverMoreThanTheLimitInAWindow(@ForAll @Size(max = 300) List<@IntRange(max = 59) Integer> steps) {
        for (var step : steps) {
            if (step == 59) {
                clock.pass(Duration.ofMillis(400));
            } else {
                call(step % 3, step % 5);
            }
            assertWithin();
        }
    }

    @Property(tries = 300)
    void neverMoreWhenTheStoreLosesAllOrAnAnswer(@ForAll @Size(max = 300) List<@IntRange(max = 59) Integer> steps) {
        for (var step : steps) {
            if (step == 59) {
                clock.pass(Duration.ofMillis(400));
            } else if (step == 58) {
                replicas.forEach(CountedQuotas::reconcile);
                IntStream.range(0, 3).forEach(replica -> call(replica, 1)); // all have seen what all spent, or more
                store.lose();
            } else {
                store.mute(step == 57);
                call(step % 3, step % 5);
                store.mute(false);
            }
            assertWithin();
        }
    }
}
