package dev.universalapi.platform.events;

import dev.universalapi.platform.events.outbox.Outbox;
import dev.universalapi.platform.events.outbox.OutboxAutoConfiguration;
import dev.universalapi.platform.events.send.Sender;
import dev.universalapi.platform.events.trace.Traces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/// Where applications say what has happened; absent where Kafka's address is not set.
@AutoConfiguration(after = OutboxAutoConfiguration.class)
@ConditionalOnBean(Sender.class)
public final class EventsAutoConfiguration {

    @Bean
    Events events(Sender sender, ObjectProvider<Outbox> outbox, Traces traces) {
        return new PromisedEvents(sender, outbox.getIfAvailable(), traces);
    }
}
