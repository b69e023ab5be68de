package dev.universalapi.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.platform.events.dead.DeadLettersAutoConfiguration;
import dev.universalapi.platform.events.garden.Planted;
import dev.universalapi.platform.events.garden.Watered;
import dev.universalapi.platform.events.outbox.OutboxAutoConfiguration;
import dev.universalapi.platform.events.receive.ReceiveAutoConfiguration;
import dev.universalapi.platform.events.send.SendAutoConfiguration;
import dev.universalapi.platform.events.send.Sender;
import dev.universalapi.platform.tenant.TenantAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EventsAutoConfigurationTests {
    /// Where nobody listens.
    private static final String NOWHERE = "spring.kafka.bootstrap-servers=127.0.0.1:1";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withPropertyValues("universal.events.send.flush=50ms")
            .withConfiguration(AutoConfigurations.of(
                    TenantAutoConfiguration.class,
                    SendAutoConfiguration.class,
                    OutboxAutoConfiguration.class,
                    ReceiveAutoConfiguration.class,
                    DeadLettersAutoConfiguration.class,
                    EventsAutoConfiguration.class));

    @Test
    void saysNothingWithoutKafka() {
        runner.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Events.class));
    }

    @Test
    void metersWithoutADatabaseAndWithoutWaitingForKafka() {
        runner.withClassLoader(new FilteredClassLoader("org.springframework.jdbc", "com.zaxxer"))
                .withPropertyValues(NOWHERE)
                .run(context -> {
                    context.getBean(Events.class).publish(new Watered("acme", "1", 1, Instant.EPOCH));

                    assertThat(context).hasSingleBean(Sender.class);
                });
    }

    @Test
    void refusesFactsWithoutADatabase() {
        runner.withPropertyValues(NOWHERE)
                .run(context -> assertThatThrownBy(
                                () -> context.getBean(Events.class).publish(new Planted("acme", "1", Instant.EPOCH)))
                        .hasMessageContaining("no database"));
    }
}
