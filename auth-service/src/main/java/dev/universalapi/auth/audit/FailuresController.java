package dev.universalapi.auth.audit;

import dev.universalapi.auth.permission.Needs;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Takes what gateways refused, in batches. A batch may be sent again when its answer was lost: what is in a chain
/// stays there once.
@RestController
final class FailuresController {
    private static final int MOST = 500;

    private final TenantTransactions tenants;
    private final JdbcClient jdbc;

    /// @param failures 1 to 500
    record Batch(@Nullable List<Failure> failures) {}

    FailuresController(TenantTransactions tenants, JdbcClient jdbc) {
        this.tenants = tenants;
        this.jdbc = jdbc;
    }

    @Needs("internal:identity")
    @PostMapping(path = "/internal/audit", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> report(@RequestBody Batch batch) {
        var failures = Objects.requireNonNullElse(batch.failures(), List.<Failure>of());
        if (failures.isEmpty() || failures.size() > MOST) {
            throw ProblemException.invalid("failures", "body", "failures must be 1 to " + MOST);
        }
        var now = Instant.now();
        var chains = new LinkedHashMap<String, Map<String, Entry>>();
        for (var failure : failures) {
            var entry = failure.entry(now);
            chains.computeIfAbsent(failure.chain(), _ -> new LinkedHashMap<>()).putIfAbsent(entry.id(), entry);
        }
        chains.forEach((organisation, entries) ->
                tenants.run(organisation, () -> Chain.appendMissing(jdbc, organisation, entries.values())));
        return ResponseEntity.noContent().build();
    }
}
