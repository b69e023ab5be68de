package dev.universalapi.host;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.receipt.Receipt;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Tells an organisation the whole story of one of its requests.
@RestController
final class ExplainController {
    private final Receipts receipts;

    ExplainController(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping(path = "/api/requests/{id}/explain", produces = MediaType.APPLICATION_JSON_VALUE)
    Receipt explain(@PathVariable String id, Caller caller) {
        return receipts.find(caller.organisation(), id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "Your organisation has no receipt of this id; receipts are kept for 24 hours."));
    }
}
