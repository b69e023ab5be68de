package dev.universalapi.platform.events.dead;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/// A message that could not be handled, as it came.
///
/// @param message what went wrong, in a line, without a trace of the stack
public record Dead(ConsumerRecord<byte[], byte[]> original, Cause cause, String message) {
    private static final int LONGEST = 500;

    public Dead {
        message = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
    }

    /// Because somebody threw.
    public static Dead failed(ConsumerRecord<byte[], byte[]> original, Throwable thrown) {
        var root = thrown;
        for (var next = root.getCause(); next != null; next = next.getCause()) {
            root = next;
        }
        return new Dead(original, Cause.FAILED, root.toString());
    }

    /// As it is kept.
    ProducerRecord<byte[], byte[]> letter(String topic, String consumer) {
        var letter = new ProducerRecord<>(topic, null, original.key(), original.value(), original.headers());
        letter.headers()
                .add(Label.CAUSE, Label.bytes(cause.name()))
                .add(Label.MESSAGE, Label.bytes(message))
                .add(Label.TOPIC, Label.bytes(original.topic()))
                .add(Label.PARTITION, Label.bytes(original.partition()))
                .add(Label.OFFSET, Label.bytes(original.offset()))
                .add(Label.CONSUMER, Label.bytes(consumer));
        return letter;
    }
}
