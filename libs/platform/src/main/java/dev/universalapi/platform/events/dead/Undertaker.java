package dev.universalapi.platform.events.dead;

import dev.universalapi.platform.events.wire.WireType;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts what could not be handled where it is found again, and waits until it is there: before that, nobody may go on.
public final class Undertaker {
    private static final Logger LOG = LoggerFactory.getLogger(Undertaker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<Producer<byte[], byte[]>> producer;
    private final String consumer;
    private final MeterRegistry meters;

    /// @param consumer the service that could not handle them
    public Undertaker(Supplier<Producer<byte[], byte[]>> producer, String consumer, MeterRegistry meters) {
        this.producer = producer;
        this.consumer = consumer;
        this.meters = meters;
    }

    /// @throws NotAcknowledgedException if Kafka does not acknowledge all of them; some may be there
    public void bury(List<Dead> dead) {
        sendAll(dead.stream()
                .map(each -> each.letter(WireType.dead(each.original().topic()), consumer))
                .toList());
        for (var each : dead) {
            var original = each.original();
            meters.counter(
                            "events.dead",
                            "topic",
                            original.topic(),
                            "cause",
                            each.cause().name())
                    .increment();
            LOG.atError()
                    .addKeyValue("topic", original.topic())
                    .addKeyValue("partition", original.partition())
                    .addKeyValue("offset", original.offset())
                    .addKeyValue("cause", each.cause())
                    .addKeyValue("reason", each.message())
                    .log("An event became a dead letter");
        }
    }

    /// Sends, and waits for all the acknowledgements.
    void sendAll(List<ProducerRecord<byte[], byte[]>> messages) {
        try {
            List<Future<?>> answers = new ArrayList<>();
            for (var message : messages) {
                answers.add(producer.get().send(message));
            }
            for (var answer : answers) {
                answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotAcknowledgedException(e);
        }
    }
}
