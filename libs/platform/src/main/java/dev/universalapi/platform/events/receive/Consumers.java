package dev.universalapi.platform.events.receive;

import dev.universalapi.platform.events.send.Topics;
import dev.universalapi.platform.events.trace.Traces;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/// Listens to every topic of which something is handled here, as soon as Kafka lets it; starting waits for nothing.
final class Consumers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Consumers.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration TIDY = Duration.ofHours(1);
    /// Before the relay and the producer, which its handlers use.
    private static final int EARLY = 1000;

    private final Topics topics;
    private final Supplier<Admin> kafka;
    private final String group;
    private final Memory memory;
    private final Tables tables;
    private final InstantSource clock;
    private final Map<String, Progress> progress = new HashMap<>();
    private final Map<String, ConcurrentMessageListenerContainer<byte[], byte[]>> containers = new HashMap<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    /// What handlers write into.
    @FunctionalInterface
    interface Tables {
        /// Until they are there: an event that meets none would be taken for a bad one.
        void await() throws InterruptedException;
    }

    /// @param kafka opens a connection for an administrator, who asks how far we are behind
    /// @param group the service
    Consumers(Topics topics, Supplier<Admin> kafka, String group, Memory memory, Tables tables, InstantSource clock) {
        this.topics = topics;
        this.kafka = kafka;
        this.group = group;
        this.memory = memory;
        this.tables = tables;
        this.clock = clock;
    }

    /// Adds a topic; before the start.
    void listen(String topic, Batches batches, Containers made, Traces traces, MeterRegistry meters) {
        var behind = new Progress(clock);
        progress.put(topic, behind);
        containers.put(topic, made.of(topic, new TopicListener(topic, batches, behind, traces), behind));
        Gauge.builder("events.lag", behind, Progress::lag).tag("topic", topic).register(meters);
        Gauge.builder("events.age", behind, Progress::age)
                .tag("topic", topic)
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public void start() {
        running = true;
        containers.forEach((topic, container) ->
                threads.add(Thread.ofVirtual().name("listens to " + topic).start(() -> begin(topic, container))));
        threads.add(Thread.ofVirtual().name("looks at lag").start(this::look));
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        threads.forEach(Thread::interrupt);
        containers.values().forEach(ConcurrentMessageListenerContainer::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return EARLY;
    }

    private void begin(String topic, ConcurrentMessageListenerContainer<byte[], byte[]> container) {
        try {
            tables.await();
            while (!topics.ensure(topic)) {
                if (stopped.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            container.start();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        var tidied = Instant.MIN;
        try {
            while (!stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                ask();
                if (clock.instant().isAfter(tidied.plus(TIDY)) && tidy()) {
                    tidied = clock.instant();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tidy() {
        try {
            memory.forget(clock.instant());
            return true;
        } catch (DataAccessException away) {
            LOG.atWarn().addKeyValue("cause", away.toString()).log("Handled events of long ago are not forgotten");
            return false;
        }
    }

    private void ask() throws InterruptedException {
        try (var admin = kafka.get()) {
            var lag = new Lag(admin, group);
            for (var entry : progress.entrySet()) {
                entry.getValue().lag(lag.of(entry.getKey()));
            }
        } catch (ExecutionException | KafkaException away) {
            LOG.atDebug().addKeyValue("cause", away.toString()).log("How far events are behind is not known");
        }
    }
}
