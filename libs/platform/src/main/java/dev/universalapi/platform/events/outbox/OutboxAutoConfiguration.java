package dev.universalapi.platform.events.outbox;

import dev.universalapi.platform.events.EventsProperties;
import dev.universalapi.platform.events.send.Broker;
import dev.universalapi.platform.events.send.Losses;
import dev.universalapi.platform.events.send.SendAutoConfiguration;
import dev.universalapi.platform.events.send.Topics;
import dev.universalapi.platform.events.wire.Codec;
import dev.universalapi.platform.tenant.SystemDatabase;
import dev.universalapi.platform.tenant.TenantAutoConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Facts, where there are both a database and Kafka.
@AutoConfiguration(after = {TenantAutoConfiguration.class, SendAutoConfiguration.class})
@ConditionalOnBean({Broker.class, SystemDatabase.class})
public final class OutboxAutoConfiguration {

    @Bean
    Relay outboxRelay(
            SystemDatabase system,
            Topics topics,
            Broker broker,
            Losses losses,
            EventsProperties properties,
            MeterRegistry meters) {
        var relay = new Relay(
                system,
                topics::ensure,
                fact -> broker.producer().send(fact.outgoing().message()),
                losses,
                properties.outbox());
        Gauge.builder("events.outbox.depth", relay, Relay::waiting).register(meters);
        Gauge.builder("events.outbox.age", relay, Relay::age)
                .baseUnit("seconds")
                .register(meters);
        return relay;
    }

    @Bean
    Outbox outbox(Codec codec, JdbcClient app, SystemDatabase system, Relay relay) {
        return new Outbox(codec, app, system, relay::wake);
    }
}
