package dev.universalapi.platform.events.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.testkit.store.RealKafka;
import dev.universalapi.testkit.store.RealStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RealStores
class ReachTests {
    private static final Map<String, Object> KAFKA = Map.of("bootstrap.servers", RealKafka.bootstrapServers());
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger opened = new AtomicInteger();
    private Reach reach = reach(this::kafka);

    @AfterEach
    void stop() {
        reach.stop();
    }

    @Test
    void tellsNothingBeforeItHasAsked() {
        assertThat(reach.isRunning()).isFalse();
        assertThat(connected()).isZero();
    }

    @Test
    void asksAgainUntilAnAddressIsKnown() {
        reach.start();

        await().atMost(PATIENCE).until(() -> connected() == 1);

        assertThat(reach.isRunning()).isTrue();
        assertThat(opened).hasValue(3);
    }

    @Test
    void tellsWhenKafkaAnswersNoMore() {
        var admin = Admin.create(KAFKA);
        reach = reach(() -> admin);
        reach.start();
        await().atMost(PATIENCE).until(() -> connected() == 1);

        admin.close();

        await().atMost(PATIENCE).until(() -> connected() == 0);
    }

    private Admin kafka() {
        if (opened.incrementAndGet() < 3) {
            throw new KafkaException("no address is known");
        }
        return Admin.create(KAFKA);
    }

    private Reach reach(Supplier<Admin> from) {
        meters.clear();
        return new Reach(from, meters, Duration.ofMillis(20));
    }

    private double connected() {
        return meters.get("kafka.connected").gauge().value();
    }
}
