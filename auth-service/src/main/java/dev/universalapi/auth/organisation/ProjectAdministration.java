package dev.universalapi.auth.organisation;

import dev.universalapi.auth.audit.Audit;
import dev.universalapi.auth.feed.Feed;
import dev.universalapi.auth.feed.Kind;
import dev.universalapi.auth.request.Creations;
import dev.universalapi.auth.request.Page;
import dev.universalapi.auth.request.Paging;
import dev.universalapi.auth.request.Patch;
import dev.universalapi.auth.request.Tag;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads and changes projects in transactions of the caller's organisation, and tells who has to know.
final class ProjectAdministration {
    private static final String PROJECT = "project";
    private static final int MOST = 200;

    private final TenantTransactions tenants;
    private final Projects projects;
    private final Creations creations;
    private final Patch patch;
    private final Feed feed;
    private final Audit audit;
    private final InstantSource clock;

    ProjectAdministration(
            TenantTransactions tenants,
            Projects projects,
            Creations creations,
            Patch patch,
            Feed feed,
            Audit audit,
            InstantSource clock) {
        this.tenants = tenants;
        this.projects = projects;
        this.creations = creations;
        this.patch = patch;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param isRepeated whether it was created before, under the same Idempotency-Key
    record Created(Project project, boolean isRepeated) {}

    Page<Project> list(Caller caller, Paging wanted) {
        return tenants.reading(caller.organisation(), () -> projects.list(wanted));
    }

    Project get(Caller caller, String id) {
        return tenants.reading(caller.organisation(), () -> projects.get(id));
    }

    Created create(Caller caller, @Nullable String key, ProjectSettings wanted) {
        return tenants.within(caller, () -> {
            var claim = creations.claim(caller, key, "prj", wanted);
            if (!claim.isRepeated()) {
                if (projects.count() >= MOST) {
                    throw conflict("An organisation has at most %d projects; delete one first.".formatted(MOST));
                }
                projects.add(caller.organisation(), claim.id(), wanted, now());
                audit.record("project.create", PROJECT, claim.id(), Map.of("name", wanted.name()));
            }
            return new Created(projects.get(claim.id()), claim.isRepeated());
        });
    }

    Project change(Caller caller, String id, @Nullable String ifMatch, JsonNode change) {
        return tenants.within(caller, () -> {
            var known = projects.lock(id);
            Tag.demand(ifMatch, known.version());
            var settings = patch.apply(known.changeable(), change, ProjectSettings.class);
            feed.changed(caller.organisation(), Kind.PROJECT, id);
            var changed = projects.change(id, settings, now());
            audit.record("project.change", PROJECT, id, Map.of("name", changed.name()));
            return changed;
        });
    }

    void remove(Caller caller, String id, @Nullable String ifMatch) {
        tenants.run(caller.organisation(), () -> {
            var known = projects.lock(id);
            Tag.demand(ifMatch, known.version());
            if (id.equals(caller.project())) {
                throw conflict("The key that asks belongs to this project; delete it with another.");
            }
            if (projects.isInUse(id, now())) {
                throw conflict("The project has keys that may open something; revoke them first.");
            }
            feed.changed(caller.organisation(), Kind.PROJECT, id);
            projects.remove(id);
            audit.record("project.delete", PROJECT, id, Map.of("name", known.name()));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ProblemException conflict(String detail) {
        return new ProblemException(ProblemType.CONFLICT, detail);
    }
}
