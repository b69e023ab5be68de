package dev.universalapi.platform.events.dead;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Counts the letters that wait, so that operators are reminded until each was sent back or is forgotten. A topic is
/// read only when it has changed; while Kafka is away the counts stand still.
final class WaitingLetters implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingLetters.class);
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final DeadLetters letters;
    private final Map<String, AtomicLong> counts = new TreeMap<>();
    private final Map<String, Object> states = new HashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread looking;

    WaitingLetters(DeadLetters letters, MeterRegistry meters) {
        this.letters = letters;
        for (var topic : letters.topics()) {
            var count = new AtomicLong();
            counts.put(topic, count);
            Gauge.builder("events.dead.waiting", count, AtomicLong::get)
                    .tag("topic", topic)
                    .register(meters);
        }
    }

    @Override
    public void start() {
        looking = Thread.ofVirtual().name("counts dead letters").start(this::lookOften);
    }

    @Override
    public void stop() {
        stopped.countDown();
        var thread = looking;
        if (thread != null) {
            thread.interrupt();
        }
        looking = null;
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    private void lookOften() {
        try {
            while (!stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Looks now.
    void look() {
        try {
            counts.forEach((topic, count) -> {
                var state = letters.stateOf(topic);
                if (!state.equals(states.get(topic))) {
                    count.set(letters.waiting(topic));
                    states.put(topic, state);
                }
            });
        } catch (NotAcknowledgedException away) {
            LOG.atDebug().addKeyValue("cause", away.toString()).log("How many dead letters wait is not known");
        }
    }
}
