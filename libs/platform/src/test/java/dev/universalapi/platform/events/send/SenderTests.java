package dev.universalapi.platform.events.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.platform.events.EventsProperties;
import dev.universalapi.platform.events.garden.Admired;
import dev.universalapi.platform.events.garden.Watered;
import dev.universalapi.platform.events.wire.Codec;
import dev.universalapi.platform.events.wire.Envelope;
import dev.universalapi.platform.events.wire.UnreadableEventException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SenderTests {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TOPIC = "garden.events";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Codec codec = new Codec("garden-service");
    private final MockProducer<byte[], byte[]> kafka = new MockProducer<>(
            false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    private final AtomicBoolean ready = new AtomicBoolean(true);
    private final Sender sender = sender(3, Duration.ofSeconds(5));

    @AfterEach
    void stops() {
        sender.stop();
    }

    @Test
    void numbersMeteredEventsFromOneWithoutAGap() {
        sender.start();

        publish(3);
        await().until(() -> kafka.history().size() == 3);

        assertThat(sent().stream().map(Envelope::sequence)).containsExactly(1L, 2L, 3L);
        assertThat(sent().stream().map(Envelope::producer).distinct())
                .hasSize(1)
                .doesNotContainNull();
    }

    @Test
    void keepsTheOrganisationAsKeyAndTheTraceAsHeader() {
        sender.start();

        sender.send(new Watered("acme", "1", 1, NOON), "00-trace");
        await().until(() -> kafka.history().size() == 1);

        var message = kafka.history().getFirst();
        assertThat(message.topic()).isEqualTo(TOPIC);
        assertThat(message.key()).asString().isEqualTo("acme");
        assertThat(message.headers().lastHeader("traceparent").value())
                .asString()
                .isEqualTo("00-trace");
    }

    @Test
    void leavesTheNumberOfALostEventMissingAndCountsIt() {
        publish(5); // nobody moves them yet: three fit

        sender.start();
        await().until(() -> kafka.history().size() == 3);
        publish(1);
        await().until(() -> kafka.history().size() == 4);

        assertThat(sent().stream().map(Envelope::sequence)).containsExactly(1L, 2L, 3L, 6L);
        assertThat(count("events.unacknowledged")).isEqualTo(2);
    }

    @Test
    void countsWhatKafkaDoesNotAcknowledge() {
        sender.start();
        publish(2);
        await().until(() -> kafka.history().size() == 2);

        kafka.errorNext(new TimeoutException("away"));
        kafka.completeNext();

        assertThat(count("events.unacknowledged")).isEqualTo(1);
        assertThat(count("events.published")).isEqualTo(1);
    }

    @Test
    void countsLossesOfWhatIsOnlyCounted() {
        for (int i = 0; i < 4; i++) {
            sender.send(new Admired("acme", "" + i, null, NOON), null);
        }

        assertThat(count("events.lost")).isEqualTo(1);
        assertThat(sender.waiting()).isEqualTo(3);
    }

    @Test
    void countsWhatTheProducerRefuses() {
        kafka.sendException = new TimeoutException("no room");
        sender.start();

        publish(1);

        await().until(() -> count("events.unacknowledged") == 1);
    }

    @Test
    void keepsEventsUntilTheirTopicIsThere() {
        ready.set(false);
        sender.start();
        publish(2);

        ready.set(true);

        await().until(() -> kafka.history().size() == 2);
        assertThat(count("events.unacknowledged")).isZero();
    }

    @Test
    void movesWhatIsLeftWhenItStops() {
        publish(3);
        sender.start();

        sender.stop();

        assertThat(kafka.history()).hasSize(3);
        assertThat(sender.waiting()).isZero();
        assertThat(sender.isRunning()).isFalse();
    }

    @Test
    void countsWhatIsLeftWhenItMustStop() {
        ready.set(false);
        var hasty = sender(3, Duration.ofMillis(50));
        for (int i = 0; i < 3; i++) {
            hasty.send(new Watered("acme", "" + i, 1, NOON), null);
        }
        hasty.start();

        hasty.stop();

        await().until(() -> count("events.unacknowledged") == 3);
        assertThat(kafka.history()).isEmpty();
    }

    private Sender sender(int queue, Duration flush) {
        var settings =
                new EventsProperties.Send(queue, DataSize.ofMegabytes(1), Duration.ofSeconds(10), Duration.ZERO, flush);
        return new Sender(codec, () -> kafka, _ -> ready.get(), new Losses(meters), settings);
    }

    private void publish(int count) {
        for (int i = 0; i < count; i++) {
            sender.send(new Watered("acme", "" + i, 1, NOON), null);
        }
    }

    private List<Envelope> sent() {
        return kafka.history().stream().map(message -> open(message.value())).toList();
    }

    private Envelope open(byte[] whole) {
        try {
            return codec.open(whole);
        } catch (UnreadableEventException e) {
            throw new IllegalStateException(e);
        }
    }

    private double count(String name) {
        return meters.find(name).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
