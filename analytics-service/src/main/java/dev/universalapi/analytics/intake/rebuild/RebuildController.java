package dev.universalapi.analytics.intake.rebuild;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lets operators compare the sums of days with what they are made of, and rebuild them.
///
/// An answer comes after a few seconds, whatever is left to do: who asks goes on from `next` until there is none.
@RestController
final class RebuildController {
    /// What a key must be allowed.
    static final Scope SCOPE = Scope.of("operator:write");

    private static final int MOST = 93;
    /// Shorter than anybody on the way waits.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Rebuild rebuild;

    /// What was compared.
    ///
    /// @param count how many sums differ
    /// @param some the first of them
    /// @param next from where to ask again; null at the end
    record Compared(
            long count, List<Difference> some, @Nullable Instant next) {}

    /// What was rebuilt.
    ///
    /// @param events of raw usage that were read
    /// @param before sums that were wrong before
    /// @param after sums that are wrong still: none, or this program is wrong
    /// @param next from where to ask again; null at the end
    record Rebuilt(
            long events,
            Differences before,
            Differences after,
            @Nullable Instant next) {}

    private record Time(Instant from, Instant to) {}

    RebuildController(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    /// How many sums differ, and the first of them.
    @GetMapping(path = "/api/operations/rollups", produces = MediaType.APPLICATION_JSON_VALUE)
    Compared compare(Caller caller, @RequestParam String from, @RequestParam String to) {
        var time = time(caller, from, to);
        var stretch = Stretch.of(time.from(), time.to(), PATIENCE, rebuild::compare);
        var found = stretch.done().before();
        return new Compared(found.count(), found.some(), stretch.next());
    }

    /// How many events there are, and what differed before and after.
    @PostMapping(path = "/api/operations/rollups/rebuild", produces = MediaType.APPLICATION_JSON_VALUE)
    Rebuilt rebuild(Caller caller, @RequestParam String from, @RequestParam String to) {
        var time = time(caller, from, to);
        var stretch = Stretch.of(time.from(), time.to(), PATIENCE, rebuild::rebuild);
        var done = stretch.done();
        return new Rebuilt(done.events(), done.before(), done.after(), stretch.next());
    }

    private Time time(Caller caller, String from, String to) {
        if (!caller.may(SCOPE)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "The key lacks the scope " + SCOPE + ".");
        }
        var last = day("to", to);
        var time = new Time(moment(from), Hour.midnight(last.plusDays(1)));
        var length = Duration.between(time.from(), time.to());
        if (!length.isPositive() || length.toDays() > MOST) {
            throw ProblemException.invalid("to", "query", "to must be at most %d days after from".formatted(MOST - 1));
        }
        if (!rebuild.keeps(LocalDate.ofInstant(time.from(), ZoneOffset.UTC))) {
            throw ProblemException.invalid("from", "query", "raw usage of " + from + " is no longer kept");
        }
        return time;
    }

    // a day, or where an answer before said to go on
    private static Instant moment(String from) {
        return from.indexOf('T') < 0 ? Hour.midnight(day("from", from)) : next(from);
    }

    private static Instant next(String from) {
        try {
            return Instant.parse(from);
        } catch (DateTimeParseException _) {
            throw ProblemException.invalid("from", "query", "from must be a day, or next of the answer before");
        }
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw ProblemException.invalid(name, "query", name + " must be a day as in 2026-01-31");
        }
    }
}
