package dev.universalapi.auth.organisation;

import dev.universalapi.auth.permission.Needs;
import dev.universalapi.auth.request.Creations;
import dev.universalapi.auth.request.Page;
import dev.universalapi.auth.request.Paging;
import dev.universalapi.auth.request.Tag;
import dev.universalapi.platform.security.Caller;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The projects of the caller's organisation.
@RestController
@RequestMapping("/api/projects")
final class ProjectController {
    private final ProjectAdministration administration;

    ProjectController(ProjectAdministration administration) {
        this.administration = administration;
    }

    @GetMapping
    @Needs("projects:read")
    Page<Project> list(
            Caller caller,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return administration.list(caller, Paging.of(cursor, limit));
    }

    @PostMapping
    @Needs("projects:write")
    ResponseEntity<Project> create(
            Caller caller,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key,
            @RequestBody ProjectSettings wanted) {
        var created = administration.create(caller, key, wanted);
        var project = created.project();
        var answer = ResponseEntity.created(URI.create("/api/projects/" + project.id()))
                .eTag(Tag.of(project.version()));
        if (created.isRepeated()) {
            answer.header(Creations.REPLAYED, "true");
        }
        return answer.body(project);
    }

    @GetMapping("/{id}")
    @Needs("projects:read")
    ResponseEntity<Project> get(Caller caller, @PathVariable String id) {
        return answer(administration.get(caller, id));
    }

    @PatchMapping("/{id}")
    @Needs("projects:write")
    ResponseEntity<Project> change(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode change) {
        return answer(administration.change(caller, id, ifMatch, change));
    }

    @DeleteMapping("/{id}")
    @Needs("projects:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        administration.remove(caller, id, ifMatch);
    }

    private static ResponseEntity<Project> answer(Project project) {
        return ResponseEntity.ok().eTag(Tag.of(project.version())).body(project);
    }
}
