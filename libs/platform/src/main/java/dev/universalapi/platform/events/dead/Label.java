package dev.universalapi.platform.events.dead;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// What a dead letter says about itself, in headers beside the event as it came.
final class Label {
    static final String CAUSE = "dead-cause";
    static final String MESSAGE = "dead-message";
    static final String TOPIC = "dead-topic";
    static final String PARTITION = "dead-partition";
    static final String OFFSET = "dead-offset";
    static final String CONSUMER = "dead-consumer";
    /// On a message without content: the letter at this offset of the same partition was replayed.
    static final String REPLAYED = "dead-replayed";

    private Label() {}

    static byte[] bytes(Object value) {
        return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    }

    static String text(Headers headers, String name) {
        return text(headers.lastHeader(name));
    }

    static long number(Headers headers, String name) {
        var text = text(headers, name);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static String text(@Nullable Header header) {
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
