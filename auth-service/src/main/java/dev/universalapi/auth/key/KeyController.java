package dev.universalapi.auth.key;

import dev.universalapi.auth.permission.Needs;
import dev.universalapi.auth.request.Creations;
import dev.universalapi.auth.request.Ids;
import dev.universalapi.auth.request.Page;
import dev.universalapi.auth.request.Paging;
import dev.universalapi.auth.request.Tag;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The keys of the caller's organisation.
@RestController
@RequestMapping("/api/keys")
final class KeyController {
    private final KeyAdministration administration;

    KeyController(KeyAdministration administration) {
        this.administration = administration;
    }

    /// @param grace for how long the old key goes on: `0`, `1m`, `15m`, `1h`, `6h`, `24h`, `7d`
    record RotateKey(@Nullable String grace) {}

    @GetMapping
    @Needs("keys:read")
    Page<Key> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (project != null && !Ids.mayBe(project)) {
            throw ProblemException.invalid("project", "query", "project must be the id of one, like prj_…");
        }
        return administration.list(caller, project, Paging.of(cursor, limit));
    }

    @PostMapping
    @Needs("keys:write")
    ResponseEntity<MadeKey> create(
            Caller caller,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String idempotency,
            @RequestBody CreateKey wanted) {
        return made(administration.create(caller, idempotency, wanted));
    }

    @GetMapping("/{id}")
    @Needs("keys:read")
    ResponseEntity<Key> get(Caller caller, @PathVariable String id) {
        return answer(administration.get(caller, id));
    }

    @PatchMapping("/{id}")
    @Needs("keys:write")
    ResponseEntity<Key> change(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode change) {
        return answer(administration.change(caller, id, ifMatch, change));
    }

    @PostMapping("/{id}/rotate")
    @Needs("keys:write")
    ResponseEntity<MadeKey> rotate(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String idempotency,
            @RequestBody RotateKey wanted) {
        return made(administration.rotate(caller, id, idempotency, Grace.of(wanted.grace())));
    }

    @PostMapping("/{id}/disable")
    @Needs("keys:write")
    ResponseEntity<Key> disable(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(administration.disable(caller, id, ifMatch));
    }

    @PostMapping("/{id}/enable")
    @Needs("keys:write")
    ResponseEntity<Key> enable(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(administration.enable(caller, id, ifMatch));
    }

    @PostMapping("/{id}/revoke")
    @Needs("keys:write")
    ResponseEntity<Key> revoke(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(administration.revoke(caller, id, ifMatch));
    }

    private static ResponseEntity<Key> answer(Key key) {
        return ResponseEntity.ok().eTag(Tag.of(key.version())).body(key);
    }

    private static ResponseEntity<MadeKey> made(MadeKey made) {
        var answer = ResponseEntity.created(
                        URI.create("/api/keys/" + made.seen().id()))
                .eTag(Tag.of(made.seen().version()))
                .cacheControl(CacheControl.noStore());
        if (made.isRepeated()) {
            answer.header(Creations.REPLAYED, "true");
        }
        return answer.body(made);
    }
}
