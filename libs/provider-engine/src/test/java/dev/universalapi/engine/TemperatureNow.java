package dev.universalapi.engine;

import dev.universalapi.engine.operation.Latitude;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// A contract of these tests.
@Operation(path = "weather/now", summary = "The temperature at a latitude")
public record TemperatureNow(@Latitude double latitude) implements Query<TemperatureNow.Answer> {

    public record Answer(double celsius) {}
}
