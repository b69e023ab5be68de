package dev.universalapi.platform.events.send;

import dev.universalapi.contracts.event.Promise;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// An event on its way out.
///
/// @param organisation the key, by which events keep their order
/// @param whole the event as it is written
/// @param trace the W3C `traceparent` of where it was published
public record Outgoing(
        String topic,
        String organisation,
        byte[] whole,
        Promise promise,
        @Nullable String trace) {
    /// The header that carries the trace.
    public static final String TRACE = "traceparent";

    /// As Kafka takes it.
    public ProducerRecord<byte[], byte[]> message() {
        var message = new ProducerRecord<>(topic, null, organisation.getBytes(StandardCharsets.UTF_8), whole, null);
        message.headers().add("content-type", "application/cloudevents+json".getBytes(StandardCharsets.UTF_8));
        if (trace != null) {
            message.headers().add(TRACE, trace.getBytes(StandardCharsets.UTF_8));
        }
        return message;
    }
}
