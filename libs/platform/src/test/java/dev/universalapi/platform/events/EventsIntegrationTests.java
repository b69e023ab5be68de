package dev.universalapi.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.universalapi.platform.events.garden.Admired;
import dev.universalapi.platform.events.garden.Planted;
import dev.universalapi.platform.events.garden.Watered;
import dev.universalapi.platform.events.wire.Codec;
import dev.universalapi.platform.tenant.SystemDatabase;
import dev.universalapi.platform.tenant.TenantTransactions;
import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealKafka;
import dev.universalapi.testkit.store.RealStores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@RealStores
class EventsIntegrationTests {
    private static final String TOPIC = "garden.events";
    private static final RealDatabase DATABASE = Garden.database();
    private static final Map<String, Object> KAFKA = Map.of("bootstrap.servers", RealKafka.bootstrapServers());
    private static final KafkaProducer<byte[], byte[]> STRANGER =
            new KafkaProducer<>(KAFKA, new ByteArraySerializer(), new ByteArraySerializer());

    /// So that nothing of another test is counted.
    private final String organisation = "org-" + UUID.randomUUID();

    private final Instant now = Instant.now();
    private Garden garden = Garden.fresh(DATABASE);
    private final String service = garden.name();

    @BeforeAll
    static void isPatient() {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    @AfterAll
    static void leaves() {
        STRANGER.close();
        Awaitility.reset();
    }

    @AfterEach
    void closes() {
        Garden.POISON.clear();
        garden.close();
    }

    @Test
    void handlesWhatIsMeteredOnce() {
        water("a", 2);
        water("b", 3);
        water("a", 2);

        await().untilAsserted(
                        () -> assertThat(garden.count("events.duplicates")).isEqualTo(1));

        assertThat(garden.litres(organisation)).containsExactly(5, 2);
    }

    @Test
    void handlesNothingAgainWhenTheProcessEndedBetweenItsCommitAndTheOffset() throws Exception {
        water("a", 2);
        water("b", 3);
        await().until(() -> garden.litres(organisation).equals(List.of(5, 2)));
        garden.close();
        forgetOffsets();

        garden = Garden.open(service, DATABASE);
        water("c", 4);
        await().until(() -> garden.litres(organisation).getFirst() >= 9);

        assertThat(garden.litres(organisation)).containsExactly(9, 3);
        assertThat(garden.count("events.duplicates")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void tellsAFactWhenItsTransactionCommitsAndNeverWhenItDoesNot() {
        var tenants = garden.bean(TenantTransactions.class);

        assertThatThrownBy(() -> tenants.run(organisation, () -> {
                    garden.publish(new Planted(organisation, "rolled back", now));
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        tenants.run(organisation, () -> garden.publish(new Planted(organisation, "oak", now)));
        await().until(() -> garden.litres(organisation).getLast() > 0);

        assertThat(garden.litres(organisation)).containsExactly(0, 1);
        assertThat(garden.count("events.published")).isEqualTo(1);
    }

    @Test
    void tellsAFactOfATransactionAcrossOrganisations() {
        var system = garden.bean(SystemDatabase.class);

        system.transactions().executeWithoutResult(_ -> garden.publish(new Planted(organisation, "elm", now)));

        await().until(() -> garden.litres(organisation).equals(List.of(0, 1)));
    }

    @Test
    void refusesAFactOutsideOfATransaction() {
        assertThatThrownBy(() -> garden.publish(new Planted(organisation, "ash", now)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    @Test
    void buriesPoisonWhileOthersFlow() {
        Garden.POISON.add(organisation + "bad");

        water("a", 1);
        water("bad", 10);
        water("b", 2);
        await().until(() -> garden.count("events.dead") == 1);

        await().untilAsserted(() -> assertThat(garden.litres(organisation)).containsExactly(3, 2));
    }

    @Test
    void buriesWhatCannotBeReadWhatConflictsAndWhatIsOfAnotherTime() {
        water("a", 1);
        await().until(() -> garden.litres(organisation).equals(List.of(1, 1)));

        tell("no event".getBytes(StandardCharsets.UTF_8));
        tell(new Codec(service).write(new Watered(organisation, organisation + "a", 9, now), null));
        tell(new Codec(service).write(new Watered(organisation, "old", 9, now.minus(Duration.ofDays(99))), null));

        await().until(() -> garden.count("events.dead") == 3);
        assertThat(garden.litres(organisation)).containsExactly(1, 1);
    }

    @Test
    void tellsThatItIsConnectedAndNotBehindBeforeAnythingWasHeard() {
        await().untilAsserted(() -> assertThat(garden.gauge("kafka.connected")).isEqualTo(1));

        assertThat(garden.gauge("events.lag")).isZero();
        assertThat(garden.gauge("events.age")).isZero();
    }

    @Test
    void skipsEventsThatNobodyHereHandles() {
        garden.publish(new Admired(organisation, "1", null, now));

        await().until(() -> garden.count("events.skipped") >= 1);
    }

    @Test
    void waitsForADatabaseThatIsAwayAndBlamesNoEvent() {
        water("a", 1);
        await().until(() -> garden.litres(organisation).equals(List.of(1, 1)));

        DATABASE.shut();
        try {
            water("b", 2);
            await().until(() -> garden.gauge("events.age") > 0.5);
        } finally {
            DATABASE.open();
        }

        await().ignoreExceptions().until(() -> garden.litres(organisation).equals(List.of(3, 2)));
        assertThat(garden.count("events.dead")).isZero();
        await().until(() -> garden.gauge("events.age") == 0);
    }

    private void water(String id, int litres) {
        garden.publish(new Watered(organisation, organisation + id, litres, now));
    }

    private void tell(byte[] content) {
        STRANGER.send(new ProducerRecord<>(TOPIC, organisation.getBytes(StandardCharsets.UTF_8), content));
        STRANGER.flush();
    }

    /// As if the process had been killed before it told Kafka how far it was.
    private void forgetOffsets() throws Exception {
        try (var admin = Admin.create(KAFKA)) {
            Map<org.apache.kafka.common.TopicPartition, OffsetAndMetadata> offsets =
                    new HashMap<>(admin.listConsumerGroupOffsets(service)
                            .partitionsToOffsetAndMetadata()
                            .get());
            offsets.replaceAll((_, _) -> new OffsetAndMetadata(0));
            await().ignoreExceptions().until(() -> {
                admin.alterConsumerGroupOffsets(service, offsets).all().get();
                return true;
            });
        }
    }
}
