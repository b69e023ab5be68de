package dev.universalapi.host;

import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Latitude;
import dev.universalapi.engine.operation.Longitude;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An operation of the tests that is asked by coordinates, and whose answer is deep.
@Operation(path = "tool/sundial", summary = "The shadows of a sundial")
public record Sundial(
        @Latitude double latitude,
        @Longitude double longitude,
        @Range(min = 1, max = 9) @Default("5") int hours) implements Query<Sundial.Answer> {

    /// What it is.
    public record Answer(
            String motto,
            BigDecimal price,
            List<Shadow> shadows,
            Map<String, Shadow> named,
            @Nullable Maker maker) {}

    /// Where the shadow falls.
    public record Shadow(int hour, double metres, Maker measuredBy) {}

    /// Who made it.
    public record Maker(String name, @Nullable String town) {}

    static Answer answer() {
        var shadow = new Shadow(9, 1.25, new Maker("Hypatia", null));
        return new Answer("Lente hora", new BigDecimal("0.0000100"), List.of(shadow), Map.of("noon", shadow), null);
    }
}
