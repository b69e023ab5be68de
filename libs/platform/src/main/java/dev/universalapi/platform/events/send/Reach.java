package dev.universalapi.platform.events.send;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Whether Kafka answers this process. It is asked, every ten seconds: a producer without anything to send and a
/// consumer of an empty topic do not notice for minutes that it is away.
final class Reach implements SmartLifecycle {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final int PATIENCE_MILLIS = 5_000;

    private final Supplier<Admin> kafka;
    private final Duration pause;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean connected;
    private volatile @Nullable Thread asking;

    /// @param kafka opens a connection
    Reach(Supplier<Admin> kafka, MeterRegistry meters, Duration pause) {
        this.kafka = kafka;
        this.pause = pause;
        Gauge.builder("kafka.connected", this, reach -> reach.connected ? 1 : 0).register(meters);
    }

    /// @param given what `spring.kafka` says to administrators
    static Reach of(Map<String, Object> given, MeterRegistry meters) {
        var settings = new HashMap<>(given);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return new Reach(() -> Admin.create(settings), meters, LOOK);
    }

    @Override
    public void start() {
        asking = Thread.ofVirtual().name("asks Kafka").start(this::askOften);
    }

    @Override
    public void stop() {
        stopped.countDown();
        var thread = asking;
        if (thread != null) {
            thread.interrupt();
        }
        asking = null;
    }

    @Override
    public boolean isRunning() {
        return asking != null;
    }

    private void askOften() {
        try {
            do {
                askOverOneConnection();
            } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns at the end, or when none of Kafka's addresses is known: then there is none.
    private void askOverOneConnection() throws InterruptedException {
        try (var admin = kafka.get()) {
            do {
                connected = answers(admin);
            } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (KafkaException _) {
            connected = false;
        }
    }

    private static boolean answers(Admin admin) throws InterruptedException {
        try {
            admin.describeCluster().nodes().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }
}
