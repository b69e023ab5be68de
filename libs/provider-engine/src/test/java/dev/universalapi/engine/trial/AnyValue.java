package dev.universalapi.engine.trial;

import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A component of every type that a contract may have, none of them required.
@Operation(path = "trial/any", summary = "Anything")
public record AnyValue(
        @Nullable String text,
        @Nullable Integer whole,
        @Nullable Double real,
        @Nullable BigDecimal exact,
        @Nullable Boolean truth,
        @Nullable Instant at,
        @Nullable LocalDate day,
        @Nullable Year year,
        @Nullable URI link,
        @Nullable Mood mood,
        @Nullable List<String> tags)
        implements Query<AnyValue.Answer> {
    /// Nothing asked.
    public static final AnyValue NONE = new AnyValue(null, null, null, null, null, null, null, null, null, null, null);

    /// The same, and more, in an answer.
    public record Answer(
            @Nullable String text,
            @Nullable Integer whole,
            @Nullable Long big,
            @Nullable Double real,
            @Nullable BigDecimal exact,
            @Nullable Boolean truth,
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable Year year,
            @Nullable URI link,
            @Nullable Mood mood,
            @Nullable List<String> list,
            @Nullable List<List<Double>> grid,
            @Nullable Map<String, Integer> map) {}

    /// Three words.
    public enum Mood {
        GOOD,
        VERY_BAD,
        OTHER
    }
}
