package dev.universalapi.platform.events;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.platform.events.dead.DeadLettersAutoConfiguration;
import dev.universalapi.platform.events.garden.Planted;
import dev.universalapi.platform.events.garden.Watered;
import dev.universalapi.platform.events.outbox.OutboxAutoConfiguration;
import dev.universalapi.platform.events.receive.ReceiveAutoConfiguration;
import dev.universalapi.platform.events.send.SendAutoConfiguration;
import dev.universalapi.platform.tenant.SystemDatabase;
import dev.universalapi.platform.tenant.TenantAutoConfiguration;
import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealKafka;
import dev.universalapi.testkit.store.RealPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A service of tests with real stores: it publishes events of the garden and adds up the litres that it hears of.
public final class Garden implements AutoCloseable {
    /// Ids of events that cannot be handled as long as they are here.
    public static final Set<String> POISON = ConcurrentHashMap.newKeySet();

    private final ConfigurableApplicationContext context;

    private Garden(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// A database with a table for its sums.
    public static RealDatabase database() {
        var database = RealPostgres.database();
        database.execute(
                database.owner(),
                "CREATE TABLE litres (organisation text PRIMARY KEY, total int NOT NULL, events int NOT NULL);"
                        + "GRANT SELECT, INSERT, UPDATE ON litres TO "
                        + database.system().user());
        return database;
    }

    /// Starts one.
    ///
    /// @param name of the service, and so of its group of consumers
    public static Garden open(String name, RealDatabase database, String... settings) {
        Map<String, Object> given = new HashMap<>(database.settings());
        given.put("spring.application.name", name);
        given.put("spring.kafka.bootstrap-servers", RealKafka.bootstrapServers());
        given.put("universal.events.topic.partitions", "2");
        given.put("universal.events.receive.pause", "1ms");
        given.put("universal.events.receive.back-off", "100ms");
        given.put("universal.events.receive.longest-back-off", "200ms");
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            given.put(parts[0], parts[1]);
        }
        return new Garden(new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties(given)
                .run());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public void publish(Event event) {
        bean(Events.class).publish(event);
    }

    /// The litres of an organisation, and of how many events.
    public List<Integer> litres(String organisation) {
        return bean(SystemDatabase.class)
                .jdbc()
                .sql("SELECT total, events FROM litres WHERE organisation = ?")
                .param(organisation)
                .query((row, _) -> List.of(row.getInt(1), row.getInt(2)))
                .optional()
                .orElse(List.of(0, 0));
    }

    public double count(String meter) {
        return bean(MeterRegistry.class).find(meter).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    public double gauge(String meter) {
        return bean(MeterRegistry.class).get(meter).gauge().value();
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TenantAutoConfiguration.class,
        SendAutoConfiguration.class,
        OutboxAutoConfiguration.class,
        ReceiveAutoConfiguration.class,
        DeadLettersAutoConfiguration.class,
        EventsAutoConfiguration.class
    })
    static class Wiring {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Handles<Watered> sums(SystemDatabase system) {
            return new Sums(system);
        }

        @Bean
        Handles<Planted> plants(SystemDatabase system) {
            return new Plants(system);
        }
    }

    /// Adds up.
    private record Sums(SystemDatabase system) implements Handles<Watered> {
        @Override
        public void handle(List<Received<Watered>> batch) {
            for (var received : batch) {
                system.jdbc()
                        .sql("INSERT INTO litres VALUES (?, ?, 1) ON CONFLICT (organisation) DO UPDATE SET total ="
                                + " litres.total + excluded.total, events = litres.events + 1")
                        .param(received.event().organisation())
                        .param(received.event().litres())
                        .update();
                if (POISON.contains(received.id())) {
                    throw new IllegalStateException(received.id() + " is poison");
                }
            }
        }
    }

    /// Notes each fact that is told.
    private record Plants(SystemDatabase system) implements Handles<Planted> {
        @Override
        public void handle(List<Received<Planted>> batch) {
            for (var received : batch) {
                system.jdbc()
                        .sql("INSERT INTO litres VALUES (?, 0, 1) ON CONFLICT (organisation) DO UPDATE SET events ="
                                + " litres.events + 1")
                        .param(received.event().organisation())
                        .update();
            }
        }
    }
}
