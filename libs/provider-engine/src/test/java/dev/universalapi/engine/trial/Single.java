package dev.universalapi.engine.trial;

import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Required components, one in a nested record.
@Operation(path = "trial/single", summary = "One thing")
public record Single(String name) implements Query<Single.Answer> {

    /// The thing; its number must not be negative.
    public record Answer(
            String id, int number, Inner inner, @Nullable Inner maybe) {
        public Answer {
            if (number < 0) {
                throw new IllegalArgumentException("a negative number");
            }
        }
    }

    /// A part of it.
    public record Inner(String a, @Nullable String b) {}

    /// Only what can be empty.
    @Operation(path = "trial/listing", summary = "Many things")
    public record Listing() implements Query<Listing.Answer> {

        /// The things.
        public record Answer(List<String> all, @Nullable String next) {}
    }
}
