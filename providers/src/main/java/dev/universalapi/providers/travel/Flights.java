package dev.universalapi.providers.travel;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Flights between two airports these days, and how they are doing.
@Operation(path = "travel/flights", summary = "Flights between two airports, and how they are doing")
public record Flights(
        @About("the airport they leave, by its IATA code") @Matches("[A-Z]{3}") @Example("SIN")
        String from,

        @About("the airport they fly to, by its IATA code") @Matches("[A-Z]{3}") @Example("KUL")
        String to,

        @About("how many flights at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<Flights.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("one a flight; one that is sold under several numbers may be there under each")
            List<Flight> flights,

            @About("how many there are in all, where the provider counts them") @Nullable
            Long total) {
        public Answer {
            flights = List.copyOf(flights);
        }
    }

    /// One flight.
    public record Flight(
            @About("its number, with the airline's IATA code before it")
            String number,

            @About("the airline, by its name") @Nullable String airline,
            @About("how it is doing") Status status,
            @About("where and when it leaves") Stop departure,
            @About("where and when it lands") Stop arrival) {}

    /// One end of a flight.
    public record Stop(
            @About("the airport, by its IATA code") String airport,
            @About("when by the timetable") Instant scheduledAt,
            @About("when, as expected now") @Nullable Instant estimatedAt,
            @About("when it really was") @Nullable Instant actualAt,
            @About("the terminal, as signposted") @Nullable String terminal,
            @About("the gate, as signposted") @Nullable String gate) {}

    /// How a flight is doing.
    public enum Status {
        SCHEDULED,
        /// In the air.
        ACTIVE,
        LANDED,
        CANCELLED,
        /// Diverted, or a thing that the provider has a word of its own for.
        OTHER
    }
}
