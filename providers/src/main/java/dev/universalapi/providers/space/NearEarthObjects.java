package dev.universalapi.providers.space;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asteroids and comets that come near to Earth, past or to come: within half of the Sun's distance.
@Operation(path = "space/near-earth-objects", summary = "Asteroids that come near to Earth")
public record NearEarthObjects(
        @About("the first day, in UTC") @Example("2025-09-07")
        LocalDate from,

        @About("the last day, itself included; some know no more than seven days at once") @Example("2025-09-08")
        LocalDate to,

        @About("how many passages at most") @Range(min = 1, max = 500) @Default("100") @Example("100")
        int limit)
        implements Query<NearEarthObjects.Answer> {

    /// At most as many as were asked for, in no order.
    public record Answer(
            @About("one a passage") List<Passage> objects,

            @About("how many there are in all, as the provider counts them") @Nullable
            Long total) {
        public Answer {
            objects = List.copyOf(objects);
        }
    }

    /// One object that passes by once.
    public record Passage(
            @About("the provider's own name for the object: a number or a designation")
            String id,

            @About("its name, or its designation where it has none")
            String name,

            @About("when it is nearest; to a minute, as computed")
            Instant nearestAt,

            @About("how far it then is from the middle of Earth, kilometres")
            double distanceKilometres,

            @About("how fast it is then, seen from Earth, kilometres per second")
            double speedKilometresPerSecond,

            @About("how bright it would be at the distance of the Sun, the less the brighter: H") @Nullable
            Double absoluteMagnitude,

            @About("the least diameter that fits its brightness, metres") @Nullable
            Double diameterMinimumMetres,

            @About("the greatest diameter that fits its brightness, metres") @Nullable
            Double diameterMaximumMetres,

            @About("whether its orbit and size make it potentially hazardous") @Nullable
            Boolean hazardous,

            @About("the page about it") @Nullable URI url) {}
}
