package dev.universalapi.host.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.universalapi.engine.Meta;
import dev.universalapi.engine.Reply;
import dev.universalapi.host.manner.Fields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers of JSON as callers get them.
public final class Answers {
    private static final String DATA = "data";

    private final JsonMapper json;

    /// What a caller gets.
    ///
    /// @param data the answer in the operation's own form, or as much of it as is wanted
    /// @param meta what is to be known about it
    /// @param raw the provider's own body; left out where it was not wanted, or there is none
    public record Answer(
            Object data,
            Meta meta,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            JsonNode raw) {}

    public Answers(JsonMapper json) {
        this.json = json;
    }

    /// An answer as it came.
    ///
    /// @param fields the members that are wanted; null for all
    public Answer of(Reply.Answered<?> answered, Meta meta, @Nullable Fields fields) {
        var raw = answered.raw();
        return new Answer(
                fields == null ? answered.data() : trimmed(answered.data(), fields),
                meta,
                raw == null ? null : raw.body());
    }

    /// An answer as it is kept for who asks again: whole, and without the provider's own body.
    public byte[] kept(Reply.Answered<?> answered, Meta meta) {
        return json.writeValueAsBytes(new Answer(answered.data(), meta.alone(), null));
    }

    /// Any answer as bytes.
    public byte[] bytes(Answer answer) {
        return json.writeValueAsBytes(answer);
    }

    /// What was kept, for who asks again.
    ///
    /// @param fields the members that are wanted now; null for all
    public byte[] again(byte[] kept, @Nullable Fields fields) {
        if (fields == null) {
            return kept;
        }
        var answer = json.reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(kept);
        fields.trim(answer.path(DATA));
        return json.writeValueAsBytes(answer);
    }

    private JsonNode trimmed(Record data, Fields fields) {
        JsonNode tree = json.valueToTree(data);
        fields.trim(tree);
        return tree;
    }
}
