package dev.universalapi.host.redis;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Receipt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Receipts as bytes: JSON, compressed. Outcomes go by their label, so that the constants may be renamed.
final class ReceiptCodec {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final Map<String, Outcome> OUTCOMES =
            Arrays.stream(Outcome.values()).collect(Collectors.toUnmodifiableMap(Outcome::label, Function.identity()));

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .addModule(new SimpleModule()
                    .addSerializer(Outcome.class, new Written())
                    .addDeserializer(Outcome.class, new Read()))
            .build();

    private ReceiptCodec() {}

    static byte[] encode(Receipt receipt) {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var compressed = new DeflaterOutputStream(bytes, deflater)) {
            compressed.write(JSON.writeValueAsBytes(receipt));
        } catch (IOException e) {
            throw new IllegalStateException("memory can be written", e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /// Empty for what is no receipt that this version can read.
    static Optional<Receipt> decode(byte[] bytes) {
        try (var json = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return Optional.of(JSON.readValue(json.readNBytes(MOST_BYTES), Receipt.class));
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        }
    }

    private static final class Written extends StdSerializer<Outcome> {
        private Written() {
            super(Outcome.class);
        }

        @Override
        public void serialize(Outcome outcome, JsonGenerator json, SerializationContext context) {
            json.writeString(outcome.label());
        }
    }

    private static final class Read extends StdDeserializer<Outcome> {
        private Read() {
            super(Outcome.class);
        }

        @Override
        public Outcome deserialize(JsonParser json, DeserializationContext context) {
            var label = json.getString();
            var outcome = OUTCOMES.get(label);
            return outcome == null
                    ? (Outcome) context.handleWeirdStringValue(Outcome.class, label, "no outcome")
                    : outcome;
        }
    }
}
