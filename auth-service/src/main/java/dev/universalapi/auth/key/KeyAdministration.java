package dev.universalapi.auth.key;

import dev.universalapi.auth.organisation.Projects;
import dev.universalapi.auth.request.Checks;
import dev.universalapi.auth.request.Creations;
import dev.universalapi.auth.request.Page;
import dev.universalapi.auth.request.Paging;
import dev.universalapi.auth.request.Patch;
import dev.universalapi.auth.request.Tag;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes and changes keys in transactions of the caller's organisation.
final class KeyAdministration {
    private static final int MOST = 5_000;

    private final TenantTransactions tenants;
    private final Keys keys;
    private final Projects projects;
    private final KeyMaker maker;
    private final Creations creations;
    private final Patch patch;
    private final InstantSource clock;

    KeyAdministration(
            TenantTransactions tenants,
            Keys keys,
            Projects projects,
            KeyMaker maker,
            Creations creations,
            Patch patch,
            InstantSource clock) {
        this.tenants = tenants;
        this.keys = keys;
        this.projects = projects;
        this.maker = maker;
        this.creations = creations;
        this.patch = patch;
        this.clock = clock;
    }

    Page<Key> list(Caller caller, @Nullable String project, Paging wanted) {
        return tenants.reading(caller.organisation(), () -> keys.list(project, wanted));
    }

    Key get(Caller caller, String id) {
        return tenants.reading(caller.organisation(), () -> keys.get(id));
    }

    MadeKey create(Caller caller, @Nullable String idempotency, CreateKey wanted) {
        var settings = wanted.settings();
        var environment = wanted.environmentFor(caller);
        Grants.demand(caller, environment, settings.scopes());
        demandFuture(settings);
        return tenants.within(caller, () -> {
            var claim = creations.claim(caller, idempotency, "key", wanted);
            if (claim.isRepeated()) {
                return new MadeKey(keys.get(claim.id()), null, null);
            }
            demandRoom();
            var project = wanted.project() == null ? projects.usual(caller.project()) : projects.hold(wanted.project());
            return maker.make(caller, claim.id(), project.id(), environment, settings);
        });
    }

    Key change(Caller caller, String id, @Nullable String ifMatch, JsonNode change) {
        return tenants.within(caller, () -> {
            var known = mine(caller, id);
            Tag.demand(ifMatch, known.version());
            var settings = patch.apply(known.changeable(), change, KeySettings.class);
            Grants.demand(caller, Grants.environment(known), settings.scopes());
            if (!Objects.equals(settings.expiresAt(), known.expiresAt())) {
                demandFuture(settings);
            }
            return maker.changed(caller, "key.change", keys.change(id, settings));
        });
    }

    /// A new key with the same settings; the old one ends after a grace.
    MadeKey rotate(Caller caller, String id, @Nullable String idempotency, Grace grace) {
        return tenants.within(caller, () -> {
            var known = mine(caller, id);
            var claim = creations.claim(caller, idempotency, "key", id + " " + grace);
            if (claim.isRepeated()) {
                return new MadeKey(keys.get(claim.id()), null, id);
            }
            if (known.status().equals(Key.EXPIRED)) {
                throw conflict("The key has expired; make a new one.");
            }
            demandRoom();
            var made = maker.rotate(caller, claim.id(), known);
            maker.changed(caller, "key.replaced", keys.end(id, clock.instant().plus(grace.time())));
            return made;
        });
    }

    Key disable(Caller caller, String id, @Nullable String ifMatch) {
        return toggle(caller, id, ifMatch, key -> key.isDisabled() ? key : keys.disable(id, true), "key.disable");
    }

    Key enable(Caller caller, String id, @Nullable String ifMatch) {
        return toggle(caller, id, ifMatch, key -> key.isDisabled() ? keys.disable(id, false) : key, "key.enable");
    }

    private Key toggle(Caller caller, String id, @Nullable String ifMatch, UnaryOperator<Key> change, String action) {
        return tenants.within(caller, () -> {
            var known = mine(caller, id);
            Tag.check(ifMatch, known.version());
            var changed = change.apply(known);
            return changed.version() == known.version() ? known : maker.changed(caller, action, changed);
        });
    }

    /// For good. Whoever may write keys may revoke any of them: a key that has leaked must not wait for its owner.
    Key revoke(Caller caller, String id, @Nullable String ifMatch) {
        return tenants.within(caller, () -> {
            var known = keys.lock(id);
            Tag.check(ifMatch, known.version());
            return known.status().equals(Key.REVOKED) ? known : maker.revoked(caller, keys.revoke(id));
        });
    }

    /// One that is not revoked, and may do nothing that the caller may not.
    private Key mine(Caller caller, String id) {
        var key = keys.lock(id);
        if (key.status().equals(Key.REVOKED)) {
            throw conflict("The key is revoked; make a new one.");
        }
        Grants.demand(caller, Grants.environment(key), key.scopes());
        return key;
    }

    private void demandFuture(KeySettings settings) {
        var end = settings.expiresAt();
        Checks.demand(end == null || end.isAfter(clock.instant()), "expiresAt", "expiresAt must be in the future");
    }

    private void demandRoom() {
        if (keys.count() >= MOST) {
            throw conflict("An organisation has at most %d keys; revoke one first.".formatted(MOST));
        }
    }

    private static ProblemException conflict(String detail) {
        return new ProblemException(ProblemType.CONFLICT, detail);
    }
}
