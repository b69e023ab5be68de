package dev.universalapi.platform.events.receive;

import dev.universalapi.platform.events.EventsProperties;
import dev.universalapi.platform.events.dead.Cause;
import dev.universalapi.platform.events.dead.Dead;
import dev.universalapi.platform.events.dead.Undertaker;
import dev.universalapi.platform.events.receive.Memory.Remembered;
import dev.universalapi.platform.events.wire.Codec;
import dev.universalapi.platform.events.wire.UnreadableEventException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/// Handles what one poll brought: together if that works, else one by one, and what fails alone as often as it is tried
/// becomes a dead letter.
final class Batches {
    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    private final Codec codec;
    private final Subscriptions subscriptions;
    private final Effect effect;
    private final Undertaker undertaker;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final EventsProperties.Receive settings;

    Batches(
            Codec codec,
            Subscriptions subscriptions,
            Effect effect,
            Undertaker undertaker,
            MeterRegistry meters,
            InstantSource clock,
            EventsProperties.Receive settings) {
        this.codec = codec;
        this.subscriptions = subscriptions;
        this.effect = effect;
        this.undertaker = undertaker;
        this.meters = meters;
        this.clock = clock;
        this.settings = settings;
    }

    /// When it returns, every one of them was handled or is a dead letter.
    ///
    /// @throws RuntimeException if something is away: nothing is lost by trying all of them again
    void accept(String topic, List<ConsumerRecord<byte[], byte[]>> messages) {
        var dead = new ArrayList<Dead>();
        var arrivals = messages.stream()
                .flatMap(message -> open(message, dead).stream())
                .toList();
        if (!arrivals.isEmpty()) {
            try {
                count(topic, arrivals.size(), effect.apply(arrivals), dead);
            } catch (FailedEventException | DataIntegrityViolationException failure) {
                LOG.atWarn()
                        .addKeyValue("topic", topic)
                        .addKeyValue("events", arrivals.size())
                        .setCause(failure.getCause())
                        .log("A batch failed; its events are tried one by one");
                arrivals.forEach(arrival -> alone(topic, arrival, dead));
            }
        }
        if (!dead.isEmpty()) {
            undertaker.bury(dead);
        }
    }

    private void alone(String topic, Arrival arrival, List<Dead> dead) {
        for (int tries = 1; ; tries++) {
            try {
                count(topic, 1, effect.apply(List.of(arrival)), dead);
                return;
            } catch (FailedEventException | DataIntegrityViolationException failure) {
                if (tries >= settings.tries()) {
                    dead.add(Dead.failed(arrival.message(), failure));
                    return;
                }
                LockSupport.parkNanos(settings.pause().toNanos());
            }
        }
    }

    private Optional<Arrival> open(ConsumerRecord<byte[], byte[]> message, List<Dead> dead) {
        try {
            if (message.value() == null) {
                dead.add(new Dead(message, Cause.UNREADABLE, "no content"));
                return Optional.empty();
            }
            var envelope = codec.open(message.value());
            var type = subscriptions.event(envelope.type());
            if (type.isEmpty()) {
                meters.counter("events.skipped", "topic", message.topic()).increment();
                return Optional.empty();
            }
            if (!Slots.isInTime(envelope.time(), clock.instant())) {
                dead.add(new Dead(message, Cause.OUT_OF_TIME, "it is of " + envelope.time()));
                return Optional.empty();
            }
            return Optional.of(Arrival.of(message, envelope, codec.read(envelope, type.get())));
        } catch (UnreadableEventException unreadable) {
            dead.add(new Dead(message, Cause.UNREADABLE, String.valueOf(unreadable.getMessage())));
            return Optional.empty();
        }
    }

    private void count(String topic, int size, Remembered remembered, List<Dead> dead) {
        remembered
                .conflicts()
                .forEach(conflict -> dead.add(new Dead(
                        conflict.message(),
                        Cause.CONFLICT,
                        conflict.received().source() + " told "
                                + conflict.received().id() + " before, with another content")));
        var fresh = remembered.fresh().size();
        meters.counter("events.handled", "topic", topic).increment(fresh);
        meters.counter("events.duplicates", "topic", topic)
                .increment(size - fresh - remembered.conflicts().size());
    }
}
