package dev.universalapi.host;

import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.util.List;

/// The operation of the tests that knows where places are.
@Operation(path = "tool/atlas", summary = "Places by name")
public record Atlas(
        @Length(min = 1, max = 20) String query,
        @Default("10") int limit,
        @Default("la") String language) implements Query<Atlas.Answer> {

    /// Which there are.
    public record Answer(List<Spot> places) {}

    /// One of them.
    public record Spot(String name, double latitude, double longitude) {}

    Answer answer() {
        return new Answer(
                switch (query) {
                    case "Lyon" -> List.of(new Spot("Lyon, France", 45.7578137, 4.8320114));
                    case "Equator" -> List.of(new Spot("Equator", 0.0000001, 0));
                    case "Mars" -> List.of(new Spot("Mars", 200, 0));
                    default -> List.of();
                });
    }
}
