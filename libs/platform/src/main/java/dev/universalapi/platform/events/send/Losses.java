package dev.universalapi.platform.events.send;

import dev.universalapi.contracts.event.Promise;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what was told and what was not. The log is told when it begins and when it ends, not for each event.
public final class Losses {
    private static final Logger LOG = LoggerFactory.getLogger(Losses.class);

    private final MeterRegistry meters;
    private final AtomicBoolean losing = new AtomicBoolean();

    public Losses(MeterRegistry meters) {
        this.meters = meters;
    }

    /// Kafka has it.
    public void told(String topic, Promise promise) {
        meters.counter("events.published", "topic", topic, "promise", promise.name())
                .increment();
        if (losing.get() && losing.compareAndSet(true, false)) {
            LOG.atInfo().addKeyValue("topic", topic).log("Events are acknowledged again");
        }
    }

    /// Kafka has not acknowledged it, and nobody tries again: a fact stays in its outbox and is not lost.
    public void lost(String topic, Promise promise, Throwable cause) {
        switch (promise) {
            case USAGE ->
                meters.counter("events.unacknowledged", "topic", topic).increment();
            case DIRECT -> meters.counter("events.lost", "topic", topic).increment();
            case OUTBOX ->
                meters.counter("events.outbox.retries", "topic", topic).increment();
        }
        if (losing.compareAndSet(false, true)) {
            LOG.atWarn()
                    .addKeyValue("topic", topic)
                    .addKeyValue("promise", promise)
                    .addKeyValue("cause", cause.toString())
                    .log("Events are not acknowledged; more of them are counted, not logged");
        }
    }
}
