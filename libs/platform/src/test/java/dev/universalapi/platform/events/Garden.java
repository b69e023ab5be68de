package dev.universalapi.platform.events;

import static org.awaitility.Awaitility.await;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.platform.events.dead.DeadLettersAutoConfiguration;
import dev.universalapi.platform.events.garden.Planted;
import dev.universalapi.platform.events.garden.Watered;
import dev.universalapi.platform.events.outbox.OutboxAutoConfiguration;
import dev.universalapi.platform.events.receive.ReceiveAutoConfiguration;
import dev.universalapi.platform.events.send.SendAutoConfiguration;
import dev.universalapi.platform.events.wire.Codec;
import dev.universalapi.platform.tenant.SystemDatabase;
import dev.universalapi.platform.tenant.TenantAutoConfiguration;
import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealKafka;
import dev.universalapi.testkit.store.RealPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

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

    /// Starts one whose topics are empty.
    public static Garden fresh(RealDatabase database) {
        emptyTopics();
        return open("garden-" + UUID.randomUUID(), database);
    }

    /// Starts one whose topics are empty, and that answers over HTTP as services do.
    ///
    /// @param jwks whose tokens it believes, a file
    public static Garden serving(RealDatabase database, Path jwks) {
        emptyTopics();
        var given = given("garden-" + UUID.randomUUID(), database);
        given.put("server.port", "0");
        given.put("management.server.port", "0");
        given.put("universal.security.jwks", jwks.toUri().toString());
        return new Garden(new SpringApplicationBuilder(Serving.class)
                .web(WebApplicationType.SERVLET)
                .properties(given)
                .run());
    }

    private static void emptyTopics() {
        var topics = List.of("garden.events", "garden.events.dead");
        try (var admin = Admin.create(Map.of("bootstrap.servers", RealKafka.bootstrapServers()))) {
            await().ignoreExceptions().until(() -> {
                var there = new HashSet<>(admin.listTopics().names().get());
                there.retainAll(topics);
                admin.deleteTopics(there).all().get();
                return there.isEmpty();
            });
        }
    }

    /// Starts one.
    ///
    /// @param name of the service, and so of its group of consumers
    public static Garden open(String name, RealDatabase database, String... settings) {
        var given = given(name, database);
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            given.put(parts[0], parts[1]);
        }
        return new Garden(new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties(given)
                .run());
    }

    private static Map<String, Object> given(String name, RealDatabase database) {
        Map<String, Object> given = new HashMap<>(database.settings());
        given.put("spring.application.name", name);
        given.put("spring.cloud.config.enabled", "false");
        given.put("spring.kafka.bootstrap-servers", RealKafka.bootstrapServers());
        given.put("universal.events.topic.partitions", "2");
        given.put("universal.events.receive.pause", "1ms");
        given.put("universal.events.receive.back-off", "100ms");
        given.put("universal.events.receive.longest-back-off", "200ms");
        return given;
    }

    /// Where it answers.
    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /// Its name.
    public String name() {
        return bean(Codec.class).source();
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
    @Import(Beds.class)
    static class Wiring {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Beds.class)
    static class Serving {}

    @Configuration(proxyBeanMethods = false)
    static class Beds {
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
