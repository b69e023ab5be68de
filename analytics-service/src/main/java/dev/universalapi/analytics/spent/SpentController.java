package dev.universalapi.analytics.spent;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Tells a gateway what an organisation has used, of a kind that quotas count. It is asked where counts were lost, so
/// seldom, and reads a month of usage.
@RestController
final class SpentController {
    private static final String SCOPE = "internal:identity";

    private final Spent spent;

    /// @param data by key and category
    record Answer(List<Spent.Row> data) {}

    SpentController(Spent spent) {
        this.spent = spent;
    }

    @GetMapping(path = "/internal/usage/{organisation}", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer spent(Caller caller, @PathVariable String organisation) {
        if (!caller.scopes().contains(SCOPE)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is nothing at this address");
        }
        return new Answer(spent.of(organisation, Instant.now()));
    }
}
