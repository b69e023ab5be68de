package dev.universalapi.search.search.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SessionsTests {
    private static final byte[] JSON = "{}".getBytes(StandardCharsets.US_ASCII);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-26T09:00:00Z"));
    private final InstantSource clock = now::get;
    private final Sessions sessions = new Sessions(clock, 2, Duration.ofMinutes(5), Duration.ofSeconds(3));

    @Test
    void goesOnAfterTheLastEventThatWasRead() throws Exception {
        var session = sessions.open("acme");
        session.add("plan", JSON);
        session.add("done", JSON);
        session.end();

        var place = sessions.find(session.id() + ".1", "acme").orElseThrow();

        assertThat(place.session().after(place.after(), Duration.ZERO))
                .extracting(Session.Event::name)
                .containsExactly("done");
        assertThat(session.endsAt(2)).isTrue();
    }

    @Test
    void knowsNobodyElsesSession() {
        var session = sessions.open("acme");

        assertThat(sessions.find(session.id() + ".0", "other")).isEmpty();
    }

    @Test
    void knowsNoPlaceThatIsNone() {
        var session = sessions.open("acme");

        assertThat(sessions.find(null, "acme")).isEmpty();
        assertThat(sessions.find("x", "acme")).isEmpty();
        assertThat(sessions.find("x.1", "acme")).isEmpty();
        assertThat(sessions.find(session.id() + ".-1", "acme")).isEmpty();
        assertThat(sessions.find(session.id() + ".one", "acme")).isEmpty();
    }

    @Test
    void forgetsASessionAfterAWhile() {
        var session = sessions.open("acme");

        now.updateAndGet(before -> before.plus(Duration.ofMinutes(6)));

        assertThat(sessions.find(session.id() + ".0", "acme")).isEmpty();
    }

    @Test
    void goesOnWhileSomebodyReadsAndForAWhileAfter() {
        var session = sessions.open("acme");
        session.enter();
        now.updateAndGet(before -> before.plusSeconds(60));

        assertThat(session.wanted()).isEqualTo(Duration.ofSeconds(3));
        session.leave();
        now.updateAndGet(before -> before.plusSeconds(2));
        assertThat(session.wanted()).isEqualTo(Duration.ofSeconds(1));
        assertThat(sessions.find(session.id() + ".0", "acme")).isPresent();
        now.updateAndGet(before -> before.plusSeconds(1));
        assertThat(session.wanted()).isZero();
        assertThat(sessions.find(session.id() + ".0", "acme")).isEmpty();
    }

    @Test
    void whatWasReadToItsEndIsNotAbandoned() {
        var session = sessions.open("acme");
        session.end();

        now.updateAndGet(before -> before.plusSeconds(60));

        assertThat(session.wanted()).isNegative();
        assertThat(sessions.find(session.id() + ".0", "acme")).isPresent();
    }

    @Test
    void holdsOnlySoManyAndForgetsThoseThatAreOverFirst() {
        var first = sessions.open("acme");
        sessions.open("acme");
        first.end();

        sessions.open("acme");

        assertThat(sessions.find(first.id() + ".0", "acme")).isEmpty();
        assertThatThrownBy(() -> sessions.open("acme"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type().slug()).isEqualTo("overloaded"));
    }

    @Test
    void forgetsTheOldestEventsWhereThereAreTooMany() {
        var session = sessions.open("acme");
        for (int i = 0; i < 20; i++) {
            session.add("upsert", new byte[60_000]);
        }

        assertThat(session.forgot(0)).isTrue();
        assertThat(session.forgot(19)).isFalse();
        assertThat(sessions.find(session.id() + ".0", "acme")).isEmpty();
    }

    @Test
    void wakesWhoWaitsForAnEvent() throws Exception {
        var session = sessions.open("acme");
        var read = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try {
                if (!session.after(0, Duration.ofMinutes(1)).isEmpty()) {
                    read.countDown();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });

        session.add("plan", JSON);

        read.await();
        assertThat(session.over()).isFalse();
    }
}
