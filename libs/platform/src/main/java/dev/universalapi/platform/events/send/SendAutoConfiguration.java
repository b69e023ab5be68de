package dev.universalapi.platform.events.send;

import dev.universalapi.platform.events.EventsProperties;
import dev.universalapi.platform.events.trace.Traces;
import dev.universalapi.platform.events.wire.Codec;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/// The way out, where Kafka's address is set. Boot's own configuration of Kafka is left out: nothing here uses it.
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
        })
@ConditionalOnClass({KafkaProducer.class, KafkaProperties.class})
@ConditionalOnProperty("spring.kafka.bootstrap-servers")
@EnableConfigurationProperties({EventsProperties.class, KafkaProperties.class})
public final class SendAutoConfiguration {
    @Bean
    Codec eventsCodec(Environment environment) {
        return new Codec(environment.getProperty("spring.application.name", "application"));
    }

    @Bean
    Traces eventsTraces(ObjectProvider<Tracer> tracer) {
        return new Traces(tracer.getIfAvailable());
    }

    @Bean
    Topics eventsTopics(KafkaProperties kafka, EventsProperties properties) {
        return new Topics(kafka.buildAdminProperties(), properties.topic());
    }

    @Bean
    Reach eventsReach(KafkaProperties kafka, MeterRegistry meters) {
        return Reach.of(kafka.buildAdminProperties(), meters);
    }

    @Bean
    Losses eventsLosses(MeterRegistry meters) {
        return new Losses(meters);
    }

    @Bean(destroyMethod = "close")
    Broker eventsBroker(KafkaProperties kafka, EventsProperties properties) {
        return new Broker(kafka.buildProducerProperties(), properties.send());
    }

    @Bean
    Sender eventsSender(Codec codec, Broker broker, Topics topics, Losses losses, EventsProperties properties) {
        return new Sender(codec, broker::producer, topics::ensure, losses, properties.send());
    }
}
