package dev.universalapi.analytics.intake;

import dev.universalapi.contracts.event.search.UsageRecorded;
import dev.universalapi.platform.events.Handles;
import dev.universalapi.platform.events.Received;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/// Counts usage as it comes.
final class UsageListener implements Handles<UsageRecorded> {
    private final UsageCounter counter;
    private final IntakeProperties properties;
    private final InstantSource clock;
    private final Counter counted;
    private final Timer delay;

    UsageListener(UsageCounter counter, IntakeProperties properties, InstantSource clock, MeterRegistry meters) {
        this.counter = counter;
        this.properties = properties;
        this.clock = clock;
        this.counted = Counter.builder("usage.counted")
                .description("Events of usage that were counted, each once")
                .register(meters);
        this.delay = Timer.builder("usage.delay")
                .description("From when the oldest usage of a batch happened until it was counted")
                .register(meters);
    }

    @Override
    public void handle(List<Received<UsageRecorded>> batch) {
        var now = clock.instant();
        batch.forEach(one -> check(one.event(), now));
        counted.increment(counter.count(batch, now));
        batch.stream()
                .map(one -> one.event().at())
                .min(Comparator.naturalOrder())
                .ifPresent(oldest -> delay.record(positive(Duration.between(oldest, clock.instant()))));
    }

    private void check(UsageRecorded event, Instant now) {
        if (event.at().isBefore(now.minus(properties.late()))) {
            throw new IllegalArgumentException("usage of " + event.at() + " comes later than "
                    + properties.late().toDays() + " days after it happened");
        }
        if (event.at().isAfter(now.plus(properties.early()))) {
            throw new IllegalArgumentException("usage of " + event.at() + " has not happened yet");
        }
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
