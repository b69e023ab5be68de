package dev.universalapi.engine.input;

import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A contract of these tests: all that a query may hold.
@Operation(path = "harbour/berths", summary = "Free berths of a harbour")
public record Harbour(
        @Grid("0.01") double latitude,
        @Grid("5") int draught,
        @Grid("1000") long tonnage,
        @Nullable BigDecimal fee,
        @Unordered @Trimmed @AnyCase List<String> flags,
        List<Leg> route,
        @Nullable Map<String, BigDecimal> tariffs,
        @Default("ANY") Side side,
        @Nullable LocalDate arrival)
        implements Query<Harbour.Answer> {

    /// A side of the pier.
    public enum Side {
        ANY,
        LEE
    }

    /// A part of the way.
    public record Leg(@Trimmed String to, @Nullable Double miles) {}

    /// What is free.
    public record Answer(int berths) {}

    static Harbour plain() {
        return new Harbour(0, 0, 0, null, List.of(), List.of(), null, Side.ANY, null);
    }

    Harbour at(double place) {
        return new Harbour(place, draught, tonnage, fee, flags, route, tariffs, side, arrival);
    }

    Harbour flying(String... colours) {
        return new Harbour(latitude, draught, tonnage, fee, List.of(colours), route, tariffs, side, arrival);
    }

    Harbour by(Leg... legs) {
        return new Harbour(latitude, draught, tonnage, fee, flags, List.of(legs), tariffs, side, arrival);
    }

    Harbour paying(@Nullable BigDecimal sum, @Nullable Map<String, BigDecimal> list) {
        return new Harbour(latitude, draught, tonnage, sum, flags, route, list, side, arrival);
    }

    Harbour of(int deep, long heavy) {
        return new Harbour(latitude, deep, heavy, fee, flags, route, tariffs, side, arrival);
    }

    Harbour on(Side lying, @Nullable LocalDate day) {
        return new Harbour(latitude, draught, tonnage, fee, flags, route, tariffs, lying, day);
    }
}
