package dev.universalapi.analytics.intake.rebuild;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/// For operators, on the management port: `GET /actuator/rollups?from=2026-01-01&to=2026-01-31` compares the sums of
/// these days with raw usage, `POST` with the same as JSON rebuilds them.
@Endpoint(id = "rollups")
final class RebuildEndpoint {
    private static final Duration MOST = Duration.ofDays(366);

    private final Rebuild rebuild;

    RebuildEndpoint(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    /// How many sums differ, and the first of them.
    @ReadOperation
    Differences compare(String from, String to) {
        var range = Range.of(from, to);
        return refusing(() -> rebuild.compare(range.from(), range.to()));
    }

    /// How many events there are, and what differed before and after.
    @WriteOperation
    Rebuild.Report rebuild(String from, String to) {
        var range = Range.of(from, to);
        return refusing(() -> rebuild.days(range.from(), range.to()));
    }

    private static <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException notKept) {
            throw refusal(String.valueOf(notKept.getMessage()));
        }
    }

    private static InvalidEndpointRequestException refusal(String reason) {
        return new InvalidEndpointRequestException(reason, reason);
    }

    private record Range(LocalDate from, LocalDate to) {
        static Range of(String from, String to) {
            var range = new Range(day(from), day(to));
            if (range.to.isBefore(range.from)
                    || range.from.plusDays(MOST.toDays()).isBefore(range.to)) {
                throw refusal("from and to must be at most " + MOST.toDays() + " days, the first first");
            }
            return range;
        }

        private static LocalDate day(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException _) {
                throw refusal("from and to must be days, as in 2026-01-31");
            }
        }
    }
}
