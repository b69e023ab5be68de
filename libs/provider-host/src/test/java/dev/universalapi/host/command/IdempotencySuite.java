package dev.universalapi.host.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every [Idempotency] promises.
abstract class IdempotencySuite {
    private static final byte[] RESULT = {1, 2, 3};

    private final Idempotency.Key key =
            new Idempotency.Key("live/guild", UUID.randomUUID().toString());

    abstract Idempotency keys();

    /// Lets time pass.
    abstract void pass(Duration time);

    @Test
    void aFreshKeyIsTaken() {
        assertThat(keys().claim(key, "a")).isEqualTo(new Claim.Taken());
    }

    @Test
    void aKeyIsUnderWayUntilItsCommandEnds() {
        keys().claim(key, "a");

        assertThat(keys().claim(key, "a")).isEqualTo(new Claim.UnderWay());
        pass(Idempotency.LONGEST.minusSeconds(1));
        assertThat(keys().claim(key, "a")).isEqualTo(new Claim.UnderWay());
    }

    @Test
    void aCommandThatDoesNotEndWasLost() {
        keys().claim(key, "a");

        pass(Idempotency.LONGEST.plusSeconds(1));

        assertThat(keys().claim(key, "a")).isEqualTo(new Claim.Lost());
    }

    @Test
    void theResultIsToldForADay() {
        keys().claim(key, "a");
        keys().keep(key, "a", RESULT);

        assertThat(keys().claim(key, "a"))
                .isInstanceOfSatisfying(
                        Claim.Done.class, done -> assertThat(done.result()).isEqualTo(RESULT));
        pass(Idempotency.KEPT.minusSeconds(1));
        assertThat(keys().claim(key, "a")).isInstanceOf(Claim.Done.class);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        keys().claim(key, "a");
        keys().keep(key, "a", RESULT);

        pass(Idempotency.KEPT.plusSeconds(1));

        assertThat(keys().claim(key, "b")).isEqualTo(new Claim.Taken());
    }

    @Test
    void aKeyBelongsToOneCommand() {
        keys().claim(key, "a");

        assertThat(keys().claim(key, "b")).isEqualTo(new Claim.Other());
        keys().keep(key, "a", RESULT);
        assertThat(keys().claim(key, "b")).isEqualTo(new Claim.Other());
    }

    @Test
    void aKeyBelongsToOneOwner() {
        keys().claim(key, "a");

        assertThat(keys().claim(new Idempotency.Key("live/others", key.key()), "b"))
                .isEqualTo(new Claim.Taken());
        assertThat(keys().claim(new Idempotency.Key("sandbox/guild", key.key()), "b"))
                .isEqualTo(new Claim.Taken());
    }

    @Test
    void aReleasedKeyIsFresh() {
        keys().claim(key, "a");
        keys().release(key);

        assertThat(keys().claim(key, "b")).isEqualTo(new Claim.Taken());
    }

    @Test
    void ofManyAtOnceOneGetsIt() throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var claims = IntStream.range(0, 50)
                    .mapToObj(_ -> threads.submit(() -> {
                        start.await();
                        return keys().claim(key, "a");
                    }))
                    .toList();
            start.countDown();

            assertThat(claims)
                    .extracting(Future::get)
                    .filteredOn(Claim.Taken.class::isInstance)
                    .hasSize(1);
        }
    }
}
