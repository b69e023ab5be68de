package dev.universalapi.host;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Latitude;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An operation of the tests.
@Operation(path = "paint/colour", summary = "A colour by its name")
public record Colour(
        @About("its name in English") @Length(max = 10) @Example("red")
        String name,

        @About("the light it is seen in, degrees north") @Latitude @Example("48.85")
        double latitude,

        @Range(min = 1, max = 9) @Default("5") int shade)
        implements Query<Colour.Answer> {

    /// What it is.
    public record Answer(
            String hex, BigDecimal price, @Nullable Instant mixedAt) {}
}
