package dev.universalapi.analytics.intake.rebuild;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lets operators compare the sums of days with raw usage, and rebuild them.
@RestController
final class RebuildController {
    /// What a key must be allowed.
    static final String SCOPE = "operations";

    private static final int MOST = 92;

    private final Rebuild rebuild;

    RebuildController(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    private record Days(LocalDate from, LocalDate to) {}

    /// How many sums differ, and the first of them.
    @GetMapping(path = "/api/operations/rollups", produces = MediaType.APPLICATION_JSON_VALUE)
    Differences compare(Caller caller, @RequestParam String from, @RequestParam String to) {
        var days = days(caller, from, to);
        return rebuild.compare(days.from(), days.to());
    }

    /// How many events there are, and what differed before and after.
    @PostMapping(path = "/api/operations/rollups/rebuild", produces = MediaType.APPLICATION_JSON_VALUE)
    Rebuild.Report rebuild(Caller caller, @RequestParam String from, @RequestParam String to) {
        var days = days(caller, from, to);
        return rebuild.days(days.from(), days.to());
    }

    private Days days(Caller caller, String from, String to) {
        if (!caller.scopes().contains(SCOPE)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "The key lacks the scope " + SCOPE + ".");
        }
        var days = new Days(day("from", from), day("to", to));
        if (days.to().isBefore(days.from()) || days.from().plusDays(MOST).isBefore(days.to())) {
            throw ProblemException.invalid("to", "query", "to must be at most %d days after from".formatted(MOST));
        }
        if (!rebuild.keeps(days.from())) {
            throw ProblemException.invalid("from", "query", "raw usage of " + from + " is no longer kept");
        }
        return days;
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw ProblemException.invalid(name, "query", name + " must be a day as in 2026-01-31");
        }
    }
}
