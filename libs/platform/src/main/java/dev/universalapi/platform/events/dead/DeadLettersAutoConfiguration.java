package dev.universalapi.platform.events.dead;

import dev.universalapi.platform.events.receive.ReceiveAutoConfiguration;
import dev.universalapi.platform.events.receive.Subscriptions;
import dev.universalapi.platform.events.wire.Codec;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/// What operators ask and do about dead letters, in every service that hears events.
@AutoConfiguration(after = ReceiveAutoConfiguration.class)
@ConditionalOnBean(Undertaker.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class DeadLettersAutoConfiguration {

    @Bean
    DeadLetters deadLetters(KafkaProperties kafka, Undertaker undertaker, Codec codec, Subscriptions subscriptions) {
        return new DeadLetters(
                new Graveyard(kafka.buildConsumerProperties()), undertaker, codec, subscriptions.topics());
    }

    @Bean
    WaitingLetters waitingLetters(DeadLetters letters, MeterRegistry meters) {
        return new WaitingLetters(letters, meters);
    }

    @Bean
    DeadLettersController deadLettersController(DeadLetters letters) {
        return new DeadLettersController(letters);
    }
}
