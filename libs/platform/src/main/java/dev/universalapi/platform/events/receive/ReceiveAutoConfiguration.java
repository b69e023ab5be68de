package dev.universalapi.platform.events.receive;

import dev.universalapi.platform.events.EventsProperties;
import dev.universalapi.platform.events.Handles;
import dev.universalapi.platform.events.dead.Undertaker;
import dev.universalapi.platform.events.send.Broker;
import dev.universalapi.platform.events.send.SendAutoConfiguration;
import dev.universalapi.platform.events.send.Topics;
import dev.universalapi.platform.events.trace.Traces;
import dev.universalapi.platform.events.wire.Codec;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.Database;
import dev.universalapi.platform.tenant.SystemDatabase;
import dev.universalapi.platform.tenant.TenantAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The way in, where a bean handles events and there are both a database and Kafka.
@AutoConfiguration(after = {TenantAutoConfiguration.class, SendAutoConfiguration.class})
@AcrossTenants(because = "hands the database to consumers, which say why")
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean({Broker.class, SystemDatabase.class, Handles.class})
public final class ReceiveAutoConfiguration {

    @Bean
    Subscriptions eventsSubscriptions(List<Handles<?>> handles) {
        return new Subscriptions(handles);
    }

    @Bean
    Undertaker eventsUndertaker(Broker broker, Codec codec, MeterRegistry meters) {
        return new Undertaker(broker::producer, codec.source(), meters);
    }

    @Bean
    Hearing eventsHearing(
            KafkaProperties kafka,
            EventsProperties properties,
            Codec codec,
            Topics topics,
            Undertaker undertaker,
            Traces traces,
            MeterRegistry meters) {
        return new Hearing(kafka, properties.receive(), codec, topics, undertaker, traces, meters);
    }

    @Bean
    Consumers eventsConsumers(Hearing hearing, Database database, Subscriptions subscriptions) {
        return hearing.consumers(database, subscriptions);
    }
}
