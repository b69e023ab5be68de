package dev.universalapi.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.cache.shelf.CacheKey;
import dev.universalapi.engine.cache.shelf.Tide;
import dev.universalapi.engine.choice.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// One call that several wait for.
final class FlightTests {
    private static final Landed<String> LANDED = new Landed.Asked<>(new Loaded.Nothing<>("nothing"), How.MISS, null);

    private final ArrayList<Flight<String>> ended = new ArrayList<>();
    private final Flight<String> flight = new Flight<>(() -> LANDED, ended::add);

    @Test
    void takesOnNobodyOnceAllHaveLeft() {
        assertThat(flight.board()).isTrue();

        leave();
        var afterOne = flight.board();
        leave();
        leave();

        assertThat(afterOne).isTrue();
        assertThat(ended).containsExactly(flight);
        assertThat(flight.board()).isFalse();
    }

    private void leave() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> flight.await(Duration.ofHours(1))).isInstanceOf(InterruptedException.class);
    }

    @Test
    void isWantedStillByWhoeverHasNoMoreTime() throws Exception {
        assertThatThrownBy(() -> flight.await(Duration.ZERO)).isInstanceOf(TimeoutException.class);

        assertThat(flight.board()).isTrue();
        assertThat(ended).isEmpty();
        flight.start();
        assertThat(flight.await(Duration.ofMinutes(1))).isEqualTo(LANDED);
        assertThat(ended).containsExactly(flight);
    }

    @Test
    void isNamedByWhatIsAskedOfWhomAndWhetherTheShelfWillDo() {
        var key = CacheKey.of(CacheKey.PUBLIC, Tide.TYPE, new Tide(48.4));
        var id = new Flight.Id(key, Route.ANY, true);

        assertThat(id.live()).isEqualTo(new Flight.Id(key, Route.ANY, false));
        assertThat(id.live().live()).isEqualTo(id.live());
        assertThat(id.in("of acme").live()).isEqualTo(new Flight.Id(key.in("of acme"), Route.ANY, false));
    }
}
