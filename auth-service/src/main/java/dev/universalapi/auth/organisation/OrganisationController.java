package dev.universalapi.auth.organisation;

import dev.universalapi.auth.permission.Needs;
import dev.universalapi.auth.permission.Role;
import dev.universalapi.auth.request.Page;
import dev.universalapi.auth.request.Tag;
import dev.universalapi.platform.security.Caller;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What an organisation sees and changes of itself.
@RestController
@RequestMapping("/api/organisations")
final class OrganisationController {
    private final Administration administration;

    OrganisationController(Administration administration) {
        this.administration = administration;
    }

    /// What a role allows.
    record Permitted(Role role, List<String> scopes) {}

    @GetMapping
    @Needs("organisations:read")
    Page<Organisation> list(Caller caller) {
        return new Page<>(List.of(administration.organisation(caller, caller.organisation())), new Page.Meta(null));
    }

    @GetMapping("/roles")
    @Needs("organisations:read")
    Page<Permitted> roles() {
        var roles = Arrays.stream(Role.values())
                .map(role -> new Permitted(role, role.scopes()))
                .toList();
        return new Page<>(roles, new Page.Meta(null));
    }

    @GetMapping("/{id}")
    @Needs("organisations:read")
    ResponseEntity<Organisation> get(Caller caller, @PathVariable String id) {
        return answer(administration.organisation(caller, id));
    }

    @PatchMapping("/{id}")
    @Needs("organisations:write")
    ResponseEntity<Organisation> change(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode change) {
        return answer(administration.change(caller, id, ifMatch, change));
    }

    private static ResponseEntity<Organisation> answer(Organisation organisation) {
        return ResponseEntity.ok().eTag(Tag.of(organisation.version())).body(organisation);
    }
}
