package dev.universalapi.auth.credential;

import dev.universalapi.auth.audit.Audit;
import dev.universalapi.auth.credential.Credential.OnDead;
import dev.universalapi.auth.credential.Credential.Order;
import dev.universalapi.auth.credential.Credential.State;
import dev.universalapi.auth.permission.Needs;
import dev.universalapi.auth.request.Checks;
import dev.universalapi.auth.request.Ids;
import dev.universalapi.contracts.event.auth.CredentialDead;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.events.Events;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Hands credentials to hosts of providers, and hears from them which are refused. Gateways lead nobody here.
@RestController
@RequestMapping("/internal/credentials/{organisation}")
final class DeliveryController {
    private final TenantTransactions tenants;
    private final Credentials credentials;
    private final Opening opening;
    private final Events events;
    private final Audit audit;

    DeliveryController(
            TenantTransactions tenants, Credentials credentials, Opening opening, Events events, Audit audit) {
        this.tenants = tenants;
        this.credentials = credentials;
        this.opening = opening;
        this.events = events;
        this.audit = audit;
    }

    /// @param providers those for which the organisation has one of its own
    record Having(List<String> providers) {}

    /// One to use.
    ///
    /// @param version by which a host says of which it tells something
    record Delivered(Map<String, String> values, Order order, OnDead onDead, State state, long version) {
        @Override
        public String toString() {
            return "Delivered[version=%d]".formatted(version);
        }
    }

    /// How a host found it.
    record Told(@Nullable Long version, @Nullable State state) {}

    @GetMapping
    @Needs("internal:credentials")
    ResponseEntity<Having> having(@PathVariable String organisation) {
        var known = tenants.reading(checked(organisation), credentials::list);
        return unkept(new Having(known.stream().map(Credential::provider).toList()));
    }

    @GetMapping("/{provider}")
    @Needs("internal:credentials")
    ResponseEntity<Delivered> deliver(@PathVariable String organisation, @PathVariable String provider) {
        var opened = opening.open(checked(organisation), provider).orElseThrow(DeliveryController::none);
        var known = opened.credential();
        return unkept(new Delivered(opened.values(), known.order(), known.onDead(), known.state(), known.version()));
    }

    /// Once for each change of its state, however many hosts tell it.
    @PostMapping("/{provider}/state")
    @Needs("internal:credentials")
    ResponseEntity<Void> tell(
            @PathVariable String organisation, @PathVariable String provider, @RequestBody Told told) {
        var version = told.version();
        var state = told.state();
        if (version == null || state == null) {
            throw Checks.wrong("version", "version and state are needed");
        }
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        tenants.run(
                checked(organisation),
                () -> credentials.turn(provider, version, state, now).ifPresent(turned -> {
                    if (state == State.DEAD) {
                        events.publish(new CredentialDead(
                                organisation, provider, version, turned.onDead().label(), now));
                    }
                    audit.record(
                            state == State.DEAD ? "credential.dead" : "credential.well",
                            "credential",
                            provider,
                            Map.of());
                }));
        return ResponseEntity.noContent().build();
    }

    private static String checked(String organisation) {
        if (!Ids.mayBe(organisation)) {
            throw none();
        }
        return organisation;
    }

    private static <T> ResponseEntity<T> unkept(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    private static ProblemException none() {
        return new ProblemException(
                ProblemType.NOT_FOUND, "The organisation has no credential of its own for this provider.");
    }
}
