package dev.universalapi.host.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.credential.OwnCredential;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.host.account.OwnCredentialsProperties;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class HeldCredentialsTests {
    private static final OwnCredentialsProperties PROPERTIES = new OwnCredentialsProperties(
            "auth-service",
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofMinutes(15));

    private final Clock clock = new Clock();
    private final Keeper keeper = new Keeper();
    private final HeldCredentials held = new HeldCredentials(keeper, PROPERTIES, clock, Runnable::run);

    private static final class Clock implements InstantSource {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    /// Who keeps credentials, or is away.
    private static final class Keeper implements CredentialSource {
        private final Map<String, Delivered> all = new HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private final List<String> told = new ArrayList<>();
        private boolean away;

        void bring(String organisation, String value, String state) {
            all.put(organisation, new Delivered(Map.of("ACME_KEY", value), "before", "operator", state, 1));
        }

        @Override
        public synchronized Set<String> having(String organisation) throws IOException {
            answer(organisation);
            return all.containsKey(organisation) ? Set.of("acme") : Set.of();
        }

        @Override
        public synchronized Optional<Delivered> deliver(String organisation, String provider) throws IOException {
            answer(organisation + "/" + provider);
            return Optional.ofNullable(all.get(organisation));
        }

        @Override
        public void tell(String organisation, String provider, long version, String state) throws IOException {
            if (away) {
                throw new IOException("away");
            }
            told.add("%s/%s %d %s".formatted(organisation, provider, version, state));
        }

        private void answer(String what) throws IOException {
            asked.add(what);
            if (away) {
                throw new IOException("away");
            }
        }
    }

    @Test
    void asksOnceForWhatIsUsedOften() {
        held.hearBy(() -> true);
        keeper.bring("org_1", "one", "well");

        for (var i = 0; i < 10; i++) {
            assertThat(held.providers("org_1")).containsExactly("acme");
            assertThat(value("org_1")).isEqualTo("one");
            assertThat(held.providers("org_2")).isEmpty();
        }

        assertThat(keeper.asked).containsExactly("org_1", "org_1/acme", "org_2");
    }

    @Test
    void asksAgainSoonerWhereChangesAreNotHeardOf() {
        held.providers("org_1");
        clock.pass(Duration.ofSeconds(5));
        held.providers("org_1");
        held.hearBy(() -> true);
        clock.pass(Duration.ofSeconds(59));
        held.providers("org_1");
        clock.pass(Duration.ofSeconds(1));
        held.providers("org_1");

        assertThat(keeper.asked).hasSize(3);
    }

    @Test
    void forgetsWhatWasChangedAndNothingElse() {
        held.hearBy(() -> true);
        keeper.bring("org_1", "one", "well");
        keeper.bring("org_2", "one", "well");
        value("org_1");
        value("org_2");
        keeper.bring("org_1", "two", "well");
        keeper.bring("org_2", "two", "well");

        held.changed("key", "org_1/acme");
        assertThat(value("org_1")).isEqualTo("one");
        held.changed("credential", "org_1/acme");

        assertThat(value("org_1")).isEqualTo("two");
        assertThat(value("org_2")).isEqualTo("one");
        held.forgetAll();
        assertThat(value("org_2")).isEqualTo("two");
    }

    @Test
    void knowsOfANewOneAtOnceThoughThereWasNone() {
        held.hearBy(() -> true);
        assertThat(held.providers("org_1")).isEmpty();
        keeper.bring("org_1", "one", "well");

        held.changed("credential", "org_1/acme");

        assertThat(held.providers("org_1")).containsExactly("acme");
    }

    @Test
    void goesOnForAWhileWithWhatIsKnownWhileNobodyCanBeAsked() {
        keeper.bring("org_1", "one", "well");
        held.providers("org_1");
        value("org_1");
        keeper.away = true;

        for (var i = 0; i < 14; i++) {
            clock.pass(Duration.ofMinutes(1));
            assertThat(held.providers("org_1")).containsExactly("acme");
            assertThat(value("org_1")).isEqualTo("one");
        }
        clock.pass(Duration.ofMinutes(1));
        assertThat(held.providers("org_1")).isEmpty();
        assertThat(held.find("org_1", "acme")).isEmpty();
        assertThat(held.providers("org_2")).isEmpty();
    }

    @Test
    void doesNotAskAgainAtOnceWhileNobodyCanBeAsked() {
        keeper.away = true;

        held.providers("org_1");
        held.providers("org_1");
        clock.pass(Duration.ofSeconds(5));
        held.providers("org_1");

        assertThat(keeper.asked).hasSize(2);
    }

    @Test
    void asksOnceForManyWhoNeedItAtTheSameTime() throws Exception {
        keeper.bring("org_1", "one", "well");
        var together = new CountDownLatch(1);
        var answers = new ArrayList<Future<Set<String>>>();
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 100; i++) {
                answers.add(many.submit(() -> {
                    together.await();
                    return held.providers("org_1");
                }));
            }
            together.countDown();
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).containsExactly("acme"));
        assertThat(keeper.asked).hasSize(1);
    }

    @Test
    void tellsThatOneIsDeadAndThatItIsWellAgainOnceEach() {
        keeper.bring("org_1", "one", "well");
        var credential = own("org_1").credential();

        held.learn("org_1", "acme", credential, Outcome.OK);
        held.learn("org_1", "acme", credential, Outcome.DEAD_KEY);
        held.learn("org_1", "acme", credential, Outcome.DEAD_KEY);
        held.learn("org_1", "acme", credential, Outcome.TIMEOUT);
        held.learn("org_1", "acme", credential, Outcome.EMPTY);

        assertThat(keeper.told).containsExactly("org_1/acme 1 dead", "org_1/acme 1 well");
    }

    @Test
    void tellsAgainWhatCouldNotBeTold() {
        keeper.bring("org_1", "one", "well");
        var credential = own("org_1").credential();
        keeper.away = true;
        held.learn("org_1", "acme", credential, Outcome.DEAD_KEY);
        keeper.away = false;

        held.learn("org_1", "acme", credential, Outcome.DEAD_KEY);

        assertThat(keeper.told).containsExactly("org_1/acme 1 dead");
    }

    @Test
    void tellsNothingOfOneThatAnotherHasTakenThePlaceOf() {
        keeper.bring("org_1", "one", "well");
        var before = own("org_1").credential();
        keeper.bring("org_1", "two", "well");
        held.changed("credential", "org_1/acme");

        held.learn("org_1", "acme", before, Outcome.DEAD_KEY);

        assertThat(keeper.told).isEmpty();
    }

    @Test
    void showsNoValueWhereverItIsWritten() {
        var delivered = new Delivered(Map.of("ACME_KEY", "s3cret"), "after", "fail", "well", 3);

        assertThat(delivered.toString()).isEqualTo("Delivered[version=3]");
        assertThat(delivered.credential().first()).isFalse();
        assertThat(delivered.credential().credential().alone()).isTrue();
        assertThat(delivered.credential().toString()).doesNotContain("s3cret");
    }

    private OwnCredential own(String organisation) {
        return held.find(organisation, "acme").orElseThrow();
    }

    private String value(String organisation) {
        return own(organisation).credential().find("ACME_KEY").orElseThrow();
    }
}
