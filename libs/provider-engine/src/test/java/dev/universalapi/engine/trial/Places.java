package dev.universalapi.engine.trial;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Latitude;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Longitude;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lists, nested records and bounds.
@About("Places near a place")
@Operation(path = "trial/places", summary = "Places", version = 2)
public record Places(
        @About("degrees north") @Latitude @Example("48.85") double latitude,
        @Longitude double longitude,
        @Range(min = 1, max = 10) @Default("3") int limit,

        @Nullable @Length(min = 2, max = 5) @Matches("[a-z-]+")
        String language,

        @Nullable @Length(max = 2) List<String> kinds,
        @Nullable Boolean open)
        implements Query<Places.Answer> {

    /// What is found.
    public record Answer(
            List<Place> places,
            Map<String, Place> named,
            @Nullable Long total) {}

    /// One of them.
    public record Place(
            String name,
            double height,
            @Nullable Integer people,
            @Nullable Spot spot,
            @Nullable Instant since) {}

    /// Where it is.
    public record Spot(double latitude, double longitude) {}

    /// Near Paris, at most three.
    public static Places near() {
        return new Places(48.85, 0, 3, null, null, null);
    }
}
