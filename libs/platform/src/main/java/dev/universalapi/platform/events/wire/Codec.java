package dev.universalapi.platform.events.wire;

import dev.universalapi.contracts.event.Event;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes and reads events as CloudEvents 1.0, structured JSON. Members that the reader's record does not have are
/// skipped, so that a newer producer does not stop an older consumer.
public final class Codec {
    /// The media type of what is written.
    public static final String MEDIA_TYPE = "application/cloudevents+json";

    private static final int USUAL_SIZE = 768;

    private final JsonMapper json = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private final String source;

    /// @param source the name of the service that tells
    public Codec(String source) {
        this.source = source;
    }

    /// The service that tells.
    public String source() {
        return source;
    }

    /// The whole event, in UTF-8.
    ///
    /// @param number null where events are not numbered
    public byte[] write(Event event, @Nullable Numbered number) {
        var bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (var out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringProperty("specversion", "1.0");
            out.writeStringProperty("id", event.id());
            out.writeStringProperty("source", source);
            out.writeStringProperty("type", WireType.of(event.getClass()).name());
            out.writeStringProperty("subject", event.organisation());
            out.writeStringProperty("time", event.at().toString());
            out.writeStringProperty("datacontenttype", "application/json");
            if (number != null) {
                out.writeStringProperty("producer", number.producer());
                out.writeStringProperty("sequence", number.padded());
            }
            out.writeName("data");
            out.writePOJO(event);
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /// The attributes alone; the content is read when somebody wants it.
    public Envelope open(byte[] whole) throws UnreadableEventException {
        try (var in = json.createParser(whole)) {
            return new EnvelopeReader(in, whole).read();
        } catch (JacksonException e) {
            throw new UnreadableEventException("not JSON: " + e.getOriginalMessage());
        }
    }

    /// The event in an envelope.
    ///
    /// @throws UnreadableEventException if its content has not what the record needs
    public <T extends Event> T read(Envelope envelope, Class<T> type) throws UnreadableEventException {
        try {
            var event = json.readValue(envelope.content(), type);
            for (var component : type.getRecordComponents()) {
                if (isNeeded(component) && component.getAccessor().invoke(event) == null) {
                    throw new UnreadableEventException("data." + component.getName() + " is missing");
                }
            }
            return event;
        } catch (JacksonException e) {
            throw new UnreadableEventException("data is no " + envelope.type() + ": " + e.getOriginalMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be looked at", e);
        }
    }

    private static boolean isNeeded(RecordComponent component) {
        return !component.getType().isPrimitive()
                && Arrays.stream(component.getAnnotatedType().getAnnotations())
                        .noneMatch(annotation -> annotation.annotationType().equals(Nullable.class));
    }
}
