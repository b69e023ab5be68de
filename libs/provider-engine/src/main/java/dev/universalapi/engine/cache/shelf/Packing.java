package dev.universalapi.engine.cache.shelf;

import dev.universalapi.engine.page.Position;
import dev.universalapi.engine.shape.Shape;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Entries as bytes: a JSON object of what is told and the times, deflated. Whatever the bytes, reading them ends in
/// an entry that this process could have written, or in none.
public final class Packing {
    private static final int FORM = 1;
    private static final int MOST = 8 << 20;
    private static final TypeReference<Map<String, Object>> SAMPLE = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Packing() {}

    /// The entry's JSON; its length is what the entry weighs. Empty if it cannot be written, as half a character.
    public static Optional<byte[]> json(CacheKey key, Entry entry, Shape.RecordOf answer) {
        var bytes = new ByteArrayOutputStream(1_024);
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberProperty("form", FORM);
            json.writeStringProperty("key", key.digest());
            json.writeNumberProperty("stored", entry.storedAt().toEpochMilli());
            json.writeNumberProperty("fresh", entry.freshUntil().toEpochMilli());
            json.writeNumberProperty("stale", entry.staleUntil().toEpochMilli());
            json.writeNumberProperty("error", entry.errorUntil().toEpochMilli());
            var told = entry.told();
            json.writeStringProperty("provider", told.provider());
            if (told.attribution() != null) {
                json.writeStringProperty("attribution", told.attribution());
            }
            if (told.sample() != null) {
                json.writePOJOProperty("sample", told.sample());
            }
            json.writeNumberProperty("price", told.price());
            json.writeStringProperty("receipt", told.receipt());
            if (told.next() != null) {
                json.writePOJOProperty("next", told.next());
            }
            json.writeName("answer");
            new Writing(json).write(answer, told.answer());
            json.writeEndObject();
        } catch (JacksonException _) {
            return Optional.empty();
        }
        return Optional.of(bytes.toByteArray());
    }

    /// What is put on the shelf.
    public static byte[] pack(byte[] json) {
        return Deflated.of(json);
    }

    /// The entry in packed bytes, and the length of its JSON; empty if they are not of this key and contract.
    public static Optional<Unpacked> unpack(CacheKey key, byte[] packed, Shape.RecordOf answer) {
        try {
            var json = Deflated.plain(packed, MOST);
            return Optional.of(new Unpacked(entry(key, JSON.readTree(json), answer), json.length));
        } catch (MismatchException | JacksonException | IllegalArgumentException | NullPointerException _) {
            // what a contract's own constructor refuses is no answer of it either
            return Optional.empty();
        }
    }

    /// @param length bytes of its JSON
    public record Unpacked(Entry entry, int length) {}

    private static Entry entry(CacheKey key, JsonNode json, Shape.RecordOf answer) throws MismatchException {
        if (json.path("form").asInt(0) != FORM || !json.path("key").asString("").equals(key.digest())) {
            throw new MismatchException("another form, or another key");
        }
        var sample = json.get("sample");
        var next = json.get("next");
        var told = new Told(
                (Record) Restoring.read(answer, json.path("answer")),
                text(json, "provider"),
                optional(json, "attribution"),
                sample == null ? null : JSON.convertValue(sample, SAMPLE),
                price(json),
                text(json, "receipt"),
                next == null ? null : JSON.convertValue(next, Position.class));
        var entry =
                new Entry(told, time(json, "stored"), time(json, "fresh"), time(json, "stale"), time(json, "error"));
        if (entry.freshUntil().isAfter(entry.staleUntil())) {
            throw new MismatchException("fresh for longer than it serves");
        }
        return entry;
    }

    private static String text(JsonNode json, String member) throws MismatchException {
        var text = optional(json, member);
        if (text == null) {
            throw new MismatchException("no " + member);
        }
        return text;
    }

    private static @Nullable String optional(JsonNode json, String member) {
        var text = json.path(member);
        return text.isString() ? text.asString() : null;
    }

    private static BigDecimal price(JsonNode json) throws MismatchException {
        if (!json.path("price").isNumber()) {
            throw new MismatchException("no price");
        }
        return json.path("price").decimalValue();
    }

    private static Instant time(JsonNode json, String member) throws MismatchException {
        var time = json.path(member);
        if (!time.isIntegralNumber() || !time.canConvertToLong()) {
            throw new MismatchException("no time " + member);
        }
        return Instant.ofEpochMilli(time.asLong());
    }
}
