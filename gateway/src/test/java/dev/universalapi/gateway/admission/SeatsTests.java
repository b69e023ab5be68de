package dev.universalapi.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SeatsTests {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger room = new AtomicInteger(10);

    private Seats seats(Duration patience) {
        return new Seats(
                room::get,
                new AdmissionProperties(
                        100, 1, Duration.ofMillis(25), 8, patience, List.of("lookup", "search", "model")));
    }

    private static void fill(Seats seats, String organisation, int many) {
        for (var i = 0; i < many; i++) {
            assertThat(seats.take(organisation, "administration").join()).isTrue();
        }
    }

    @Test
    void aClassThatIsRefusedFirstDoesNotTakeTheLastSeats() {
        var seats = seats(Duration.ofMillis(1));
        fill(seats, "acme", 7);

        assertThat(seats.take("acme", "lookup").join()).isFalse();
        assertThat(seats.take("acme", "search").join()).isTrue();
        assertThat(seats.take("acme", "search").join()).isFalse();
        assertThat(seats.take("acme", "model").join()).isTrue();
        assertThat(seats.take("acme", "administration").join()).isTrue();
        assertThat(seats.take("acme", "administration").join()).isFalse();
    }

    @Test
    void aFreeSeatGoesToTheOrganisationThatHasTheFewest() {
        var seats = seats(LONG);
        fill(seats, "noisy", 10);
        var noisy = seats.take("noisy", "administration");
        var quiet = seats.take("quiet", "administration");

        seats.leave("noisy");

        assertThat(quiet.join()).isTrue();
        assertThat(noisy).isNotDone();
        seats.leave("noisy");
        assertThat(noisy.join()).isTrue();
    }

    @Test
    void whoCameLastWaitsLeast() {
        var seats = seats(LONG);
        fill(seats, "acme", 10);
        var first = seats.take("acme", "administration");
        var last = seats.take("acme", "administration");

        seats.leave("acme");

        assertThat(last.join()).isTrue();
        assertThat(first).isNotDone();
    }

    @Test
    void oneOrganisationFillsAPartOfTheQueue() {
        var seats = seats(LONG);
        fill(seats, "noisy", 10);

        var waiting = new ArrayList<CompletableFuture<Boolean>>();
        for (var i = 0; i < 5; i++) {
            waiting.add(seats.take("noisy", "administration"));
        }

        assertThat(waiting).filteredOn(CompletableFuture::isDone).hasSize(3).allMatch(refused -> !refused.join());
        assertThat(seats.take("quiet", "administration")).isNotDone();
    }

    @Test
    void aFullQueueRefusesTheCheapestThatWaits() {
        var seats = seats(LONG);
        fill(seats, "noisy", 10);
        var cheap = seats.take("one", "lookup");
        for (var i = 0; i < 7; i++) {
            assertThat(seats.take("other" + i, "model")).isNotDone();
        }

        var dear = seats.take("last", "administration");
        var refused = seats.take("too-late", "lookup");

        assertThat(cheap.join()).isFalse();
        assertThat(dear).isNotDone();
        assertThat(refused.join()).isFalse();
    }

    @Test
    void nobodyWaitsLongerThanThePatience() {
        var seats = seats(Duration.ofMillis(20));
        fill(seats, "acme", 10);

        assertThat(seats.take("acme", "administration").join()).isFalse();
        seats.leave("acme");
        await().until(() -> seats.taken() == 9);
    }

    @Test
    void tellsTheMostThatWereTaken() {
        var seats = seats(LONG);
        fill(seats, "acme", 5);
        seats.leave("acme");

        assertThat(seats.highest()).isEqualTo(5);
        assertThat(seats.highest()).isEqualTo(4);
        assertThat(seats.again()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    @Test
    void departuresTellHowLongOthersTake() {
        var departures = new Departures();
        for (var i = 0; i < 10; i++) {
            departures.one(5_000_000_000L + i);
        }

        assertThat(departures.time(20, 5_000_000_100L)).isEqualTo(Duration.ofSeconds(2));
        assertThat(departures.time(20, 6_500_000_000L)).isEqualTo(Duration.ofSeconds(2));
        assertThat(departures.time(20, 9_000_000_000L)).isEqualTo(Duration.ofSeconds(20));
    }
}
