package dev.universalapi.host.remote;

import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.receipt.Receipt;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Questions and replies as JSON, each of the types of its operation. Who answers must understand all that is asked;
/// who asks leaves out what a newer host tells beyond.
final class Wire {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Wire() {}

    static byte[] bytes(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    /// @throws JacksonException for what is no question to that operation
    static Asked<Record> asked(OperationType type, byte[] bytes) {
        var form = JSON.getTypeFactory().constructParametricType(Asked.class, type.queryType());
        return JSON.readerFor(form)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(bytes);
    }

    /// Empty for what is no reply of that operation.
    static Optional<Told<Record>> told(OperationType type, String text) {
        var form = JSON.getTypeFactory().constructParametricType(Told.class, type.answerType());
        return Wire.<Told<Record>>read(text, form).filter(Told::isWhole);
    }

    /// Empty for what is no line of that operation.
    static Optional<Told.Line<Record>> line(OperationType type, String text) {
        return read(text, JSON.getTypeFactory().constructParametricType(Told.Line.class, type.answerType()));
    }

    /// Empty for what is none.
    static Optional<Receipt> receipt(String text) {
        return read(text, JSON.constructType(Receipt.class));
    }

    private static <T> Optional<T> read(String text, JavaType form) {
        try {
            return Optional.of(JSON.readValue(text, form));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
