package dev.universalapi.platform.events.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.platform.events.EventsProperties;
import dev.universalapi.platform.events.garden.Planted;
import dev.universalapi.platform.events.send.Losses;
import dev.universalapi.platform.events.wire.Codec;
import dev.universalapi.platform.tenant.Database;
import dev.universalapi.platform.tenant.DatabaseProperties;
import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;

class RelayTests {
    private static final EventsProperties.OutboxRelay SETTINGS =
            new EventsProperties.OutboxRelay(Duration.ofMillis(20), 3, Duration.ofDays(1), Duration.ofMillis(20));

    private final RealDatabase real = RealPostgres.database();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    /// The id that Kafka does not acknowledge, if any.
    private final AtomicReference<String> refused = new AtomicReference<>("");

    private final AtomicBoolean ready = new AtomicBoolean(true);
    private final Database database = Database.open(settings(real.settings()), "garden", meters);
    private final Outbox outbox = new Outbox(new Codec("garden"), database.jdbc(), database.system(), () -> {});
    private Connection connection;
    private Ledger ledger;

    @BeforeEach
    void connects() throws SQLException {
        connection = real.connect(real.system());
        ledger = new Ledger(connection);
    }

    @AfterEach
    void closes() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void tellsWhatASlowTransactionWroteBeforeAFastOne() throws Exception {
        var relay = relay();
        try (var slow = real.connect(real.owner())) {
            slow.setAutoCommit(false);
            insert(slow, "slow");
            plant("fast");

            assertThat(relay.round(ledger)).isZero();
            slow.commit();
        }
        assertThat(relay.round(ledger)).isEqualTo(2);

        assertThat(told).containsExactly("slow", "fast");
    }

    @Test
    void movesItsCursorOnlyOverWhatIsAcknowledged() throws Exception {
        var relay = relay();
        plant("oak");
        plant("elm");
        plant("ash");
        refused.set("elm");

        assertThat(relay.round(ledger)).isEqualTo(1);
        refused.set("");
        assertThat(relay.round(ledger)).isEqualTo(2);
        assertThat(relay.round(ledger)).isZero();

        assertThat(told).containsExactly("oak", "ash", "elm", "ash");
        assertThat(meters.counter("events.outbox.retries", "topic", "garden.events")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void goesOnWhereAnotherRelayWasKilledBeforeItsCursorMoved() throws Exception {
        plant("oak");
        assertThat(ledger.next(3)).hasSize(1); // told, and then killed

        try (var other = real.connect(real.system())) {
            relay().round(new Ledger(other));
        }

        assertThat(told).containsExactly("oak");
        assertThat(ledger.next(3)).isEmpty();
    }

    @Test
    void keepsFactsUntilTheirTopicIsThere() throws Exception {
        var relay = relay();
        plant("oak");
        ready.set(false);

        assertThat(relay.round(ledger)).isZero();
        ready.set(true);
        assertThat(relay.round(ledger)).isEqualTo(1);
    }

    @Test
    void isTheOnlyRelayOfItsDatabaseUntilItsConnectionEnds() throws Exception {
        assertThat(ledger.lock()).isTrue();

        try (var other = real.connect(real.system())) {
            assertThat(new Ledger(other).lock()).isFalse();
            connection.close();
            await().until(() -> new Ledger(other).lock());
        }
    }

    @Test
    void tellsByItselfAsLongAsItRunsAndTakesOver() {
        var first = relay();
        var second = relay();
        first.start();
        second.start();
        plant("oak");
        await().until(() -> told.contains("oak"));

        first.stop();
        plant("elm");
        await().until(() -> told.contains("elm"));
        second.stop();

        assertThat(told).containsExactly("oak", "elm");
        assertThat(second.isRunning()).isFalse();
    }

    @Test
    void goesOnWhenTheDatabaseWasAway() {
        var relay = relay();
        relay.start();
        plant("oak");
        await().until(() -> told.contains("oak"));

        real.shut();
        real.open();
        await().ignoreExceptions().until(() -> {
            plant("elm");
            return true;
        });

        await().until(() -> told.contains("elm"));
        relay.stop();
    }

    @Test
    void saysHowManyFactsWaitAndForHowLong() throws Exception {
        plant("oak");
        plant("elm");

        var depth = ledger.depth();

        assertThat(depth.facts()).isEqualTo(2);
        assertThat(depth.oldest()).isNotNull().isBeforeOrEqualTo(Instant.now().plusSeconds(60));
    }

    @Test
    void forgetsOnlyWhatWasToldLongAgo() throws Exception {
        plant("oak");
        relay().round(ledger);
        plant("elm");
        real.execute(real.superuser(), "UPDATE outbox SET at = now() - interval '2 days'");

        ledger.forget(Duration.ofDays(1));

        relay().round(ledger);
        assertThat(told).containsExactly("oak", "elm");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void tellsAgainWhatWasRestoredFromAnotherServerWithHigherNumbers() throws Exception {
        plant("oak");
        relay().round(ledger);
        plant("elm");
        real.execute(
                real.superuser(),
                "UPDATE outbox SET xid = '900000000000'; UPDATE outbox_cursor SET xid = '900000000000', id = 1");
        assertThat(relay().round(ledger)).isZero();

        ledger.mend();

        assertThat(relay().round(ledger)).isEqualTo(2);
        assertThat(told).contains("elm");
    }

    private Relay relay() {
        return new Relay(database.system(), _ -> ready.get(), this::tell, new Losses(meters), SETTINGS);
    }

    private CompletableFuture<?> tell(Fact fact) {
        var id = new JsonMapper().readTree(fact.content()).path("id").asString();
        if (id.equals(refused.get())) {
            return CompletableFuture.failedFuture(new IllegalStateException("not acknowledged"));
        }
        told.add(id);
        return CompletableFuture.completedFuture(id);
    }

    private void plant(String id) {
        database.tenants().run("acme", () -> outbox.put(new Planted("acme", id, Instant.now()), null));
    }

    private static void insert(Connection connection, String id) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT set_config('app.organisation', 'acme', true)");
            statement.execute(
                    "INSERT INTO outbox (organisation, topic, content) VALUES ('acme', 'garden.events', '{\"id\":\"%s\"}')"
                            .formatted(id));
        }
    }

    private long rows() {
        return database.system()
                .jdbc()
                .sql("SELECT count(*) FROM outbox")
                .query(Long.class)
                .single();
    }

    private static DatabaseProperties settings(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("universal.database", DatabaseProperties.class)
                .get();
    }
}
