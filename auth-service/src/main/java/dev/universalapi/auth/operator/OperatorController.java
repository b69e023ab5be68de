package dev.universalapi.auth.operator;

import dev.universalapi.auth.key.MadeKey;
import dev.universalapi.auth.organisation.Administration;
import dev.universalapi.auth.organisation.Administration.Decision;
import dev.universalapi.auth.organisation.Organisation;
import dev.universalapi.auth.permission.Needs;
import dev.universalapi.auth.request.Checks;
import dev.universalapi.auth.request.Creations;
import dev.universalapi.auth.request.Page;
import dev.universalapi.auth.request.Paging;
import dev.universalapi.auth.request.Tag;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Any organisation, for operators.
@RestController
final class OperatorController {
    private static final Pattern WORDS = Pattern.compile("[^\\p{Cntrl}]{1,100}");
    private static final String ONE = "/api/admin/organisations/{id}";

    private final Everyone everyone;
    private final Founding founding;
    private final Administration administration;
    private final OperatorProperties properties;

    OperatorController(
            Everyone everyone, Founding founding, Administration administration, OperatorProperties properties) {
        this.everyone = everyone;
        this.founding = founding;
        this.administration = administration;
        this.properties = properties;
    }

    /// @param plan its name
    record SetPlan(@Nullable String plan) {}

    @PostMapping("/api/organisations")
    @Needs("operator:write")
    ResponseEntity<Founding.Founded> create(
            Caller caller,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String idempotency,
            @RequestBody CreateOrganisation wanted) {
        wanted.checkedName();
        var plan = wanted.plan() == null ? properties.plan() : known(wanted.plan());
        var founded = founding.found(caller, idempotency, wanted, plan);
        var organisation = founded.organisation();
        var answer = ResponseEntity.created(URI.create("/api/admin/organisations/" + organisation.id()))
                .eTag(Tag.of(organisation.version()))
                .cacheControl(CacheControl.noStore());
        if (founded.isRepeated()) {
            answer.header(Creations.REPLAYED, "true");
        }
        return answer.body(founded);
    }

    @GetMapping("/api/admin/organisations")
    @Needs("operator:read")
    Page<Organisation> list(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var wanted = new Everyone.Wanted(text("name", name), text("status", status), text("plan", plan));
        return everyone.list(wanted, Paging.of(cursor, limit));
    }

    @GetMapping(ONE)
    @Needs("operator:read")
    ResponseEntity<Organisation> get(@PathVariable String id) {
        return answer(administration.get(id));
    }

    @PostMapping(ONE + "/suspend")
    @Needs("operator:write")
    ResponseEntity<Organisation> suspend(Caller caller, @PathVariable String id) {
        return answer(administration.decide(caller, id, Decision.SUSPEND));
    }

    @PostMapping(ONE + "/resume")
    @Needs("operator:write")
    ResponseEntity<Organisation> resume(Caller caller, @PathVariable String id) {
        return answer(administration.decide(caller, id, Decision.RESUME));
    }

    @PutMapping(ONE + "/plan")
    @Needs("operator:write")
    ResponseEntity<Organisation> setPlan(Caller caller, @PathVariable String id, @RequestBody SetPlan wanted) {
        return answer(administration.decide(caller, id, Decision.plan(known(wanted.plan()))));
    }

    @PostMapping(ONE + "/owner-key")
    @Needs("operator:write")
    ResponseEntity<MadeKey> ownerKey(Caller caller, @PathVariable String id) {
        var made = founding.reopen(caller, id);
        return ResponseEntity.created(URI.create("/api/keys/" + made.seen().id()))
                .eTag(Tag.of(made.seen().version()))
                .cacheControl(CacheControl.noStore())
                .body(made);
    }

    private static @Nullable String text(String parameter, @Nullable String value) {
        if (value != null && !WORDS.matcher(value).matches()) {
            throw ProblemException.invalid(parameter, "query", parameter + " must be 1 to 100 characters on one line");
        }
        return value;
    }

    private String known(@Nullable String plan) {
        Checks.demand(
                plan != null && properties.plans().contains(plan), "plan", "plan must be one of " + properties.plans());
        return String.valueOf(plan);
    }

    private static ResponseEntity<Organisation> answer(Organisation organisation) {
        return ResponseEntity.ok().eTag(Tag.of(organisation.version())).body(organisation);
    }
}
