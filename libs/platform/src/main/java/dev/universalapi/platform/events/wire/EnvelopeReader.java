package dev.universalapi.platform.events.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one envelope in one pass, in whatever order its members are, and cuts out the content undecoded.
final class EnvelopeReader {
    private final JsonParser in;
    private final byte[] whole;
    private final Map<String, String> attributes = new HashMap<>();
    private byte @Nullable [] content;

    EnvelopeReader(JsonParser in, byte[] whole) {
        this.in = in;
        this.whole = whole;
    }

    Envelope read() throws UnreadableEventException {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw new UnreadableEventException("not an object");
        }
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            member(in.currentName());
        }
        if (!"1.0".equals(attributes.get("specversion"))) {
            throw new UnreadableEventException("specversion is not 1.0");
        }
        if (content == null) {
            throw new UnreadableEventException("data is missing, or no object");
        }
        return new Envelope(
                needed("id"),
                needed("source"),
                needed("type"),
                attributes.get("subject"),
                time(),
                attributes.get("producer"),
                sequence(),
                content);
    }

    private void member(String name) {
        var token = in.nextToken();
        if (token == JsonToken.START_OBJECT) {
            var from = (int) in.currentTokenLocation().getByteOffset();
            in.skipChildren();
            if (name.equals("data")) {
                content = Arrays.copyOfRange(
                        whole, from, (int) in.currentTokenLocation().getByteOffset() + 1);
            }
        } else if (token == JsonToken.START_ARRAY) {
            in.skipChildren();
        } else if (token != JsonToken.VALUE_NULL) {
            attributes.put(name, in.getString());
        }
    }

    private String needed(String name) throws UnreadableEventException {
        var value = attributes.get(name);
        if (value == null || value.isEmpty()) {
            throw new UnreadableEventException(name + " is missing");
        }
        return value;
    }

    private Instant time() throws UnreadableEventException {
        var time = needed("time");
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException _) {
            throw new UnreadableEventException("time is no time");
        }
    }

    private long sequence() throws UnreadableEventException {
        try {
            return Long.parseLong(attributes.getOrDefault("sequence", "0"));
        } catch (NumberFormatException _) {
            throw new UnreadableEventException("sequence is no number");
        }
    }
}
