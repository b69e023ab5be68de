package dev.universalapi.platform.tenant.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.platform.tenant.TenantAutoConfiguration;
import dev.universalapi.platform.web.Discovery;
import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealPostgres;
import dev.universalapi.testkit.store.RealStores;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.client.discovery.event.InstanceRegisteredEvent;
import org.springframework.cloud.client.serviceregistry.Registration;

@RealStores
class ArrivalTests {
    private final RealDatabase real = RealPostgres.database();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(TenantAutoConfiguration.class, ArrivalAutoConfiguration.class))
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withBean(Registration.class, Discovery.Here::new)
            .withBean(Discovery.class, () -> new Discovery(said::add))
            .withPropertyValues(real.settings().entrySet().stream()
                    .map(setting -> setting.getKey() + "=" + setting.getValue())
                    .toArray(String[]::new));

    @Test
    void whoHasNoTablesIsNotFoundUntilTheyAreThere() {
        service.withPropertyValues("universal.database.migrate=never").run(waiting -> {
            waiting.publishEvent(new InstanceRegisteredEvent<>(this, "registered"));
            assertThat(said.take()).isEqualTo("left notes");

            service.run(migrating -> assertThat(migrating).hasNotFailed());

            assertThat(said.poll(30, TimeUnit.SECONDS)).isEqualTo("came notes");
        });
    }

    @Test
    void whoHasTablesStays() {
        service.run(ready -> {
            ready.publishEvent(new InstanceRegisteredEvent<>(this, "registered"));

            assertThat(said).isEmpty();
        });
    }
}
