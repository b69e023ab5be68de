package dev.universalapi.engine.cache.shelf;

import dev.universalapi.engine.input.Grid;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.operation.Query;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A contract of these tests, with every type that an answer may have.
@Operation(path = "harbour/tide", summary = "The tide at a place")
public record Tide(@Grid("0.1") double latitude) implements Query<Tide.Answer> {
    /// The operation of it.
    public static final OperationType TYPE =
            Operations.of(Tide.class).find(Tide.class).orElseThrow();

    /// Which way it goes.
    public enum Way {
        EBB,
        FLOOD
    }

    /// A turn of the tide.
    public record Turn(Instant at, double metres, Way way) {}

    /// The tide.
    public record Answer(
            String place,
            int gauges,
            long readings,
            @Nullable BigDecimal springMetres,
            boolean storm,
            LocalDate day,
            Year since,
            @Nullable URI source,
            List<Turn> turns,
            Map<String, Double> levels) {
        public Answer {
            if (gauges < 0) {
                throw new IllegalArgumentException("fewer than no gauges");
            }
            turns = List.copyOf(turns);
        }
    }

    /// An answer that says that much.
    public static Answer answer(String place) {
        return new Answer(
                place,
                2,
                5_000_000_000L,
                new BigDecimal("7.10"),
                true,
                LocalDate.of(2026, 3, 1),
                Year.of(1807),
                URI.create("https://tides.example/brest?a=b"),
                List.of(new Turn(Instant.parse("2026-03-01T04:12:00.123456789Z"), 0.3, Way.EBB)),
                Map.of("mean", 4.13, "low", -0.5));
    }

    /// An answer as somebody told it.
    public static Told told(String place, String provider) {
        return new Told(answer(place), provider, "Tides by " + provider, null, new BigDecimal("0.002"), "r-1", null);
    }
}
