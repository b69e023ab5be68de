package dev.universalapi.auth.operator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.universalapi.auth.key.KeyMaker;
import dev.universalapi.auth.key.KeySettings;
import dev.universalapi.auth.key.MadeKey;
import dev.universalapi.auth.limit.Limits;
import dev.universalapi.auth.organisation.Administration;
import dev.universalapi.auth.organisation.Founder;
import dev.universalapi.auth.organisation.Organisation;
import dev.universalapi.auth.organisation.Organisations;
import dev.universalapi.auth.organisation.Project;
import dev.universalapi.auth.organisation.Projects;
import dev.universalapi.auth.permission.Role;
import dev.universalapi.auth.request.Creations;
import dev.universalapi.auth.request.Ids;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Caller.Environment;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Begins organisations: with a project, and a key of the owner.
final class Founding {
    private final TenantTransactions tenants;
    private final Founder founder;
    private final Administration administration;
    private final Organisations organisations;
    private final Projects projects;
    private final KeyMaker maker;
    private final Creations creations;

    Founding(
            TenantTransactions tenants,
            Founder founder,
            Administration administration,
            Organisations organisations,
            Projects projects,
            KeyMaker maker,
            Creations creations) {
        this.tenants = tenants;
        this.founder = founder;
        this.administration = administration;
        this.organisations = organisations;
        this.projects = projects;
        this.maker = maker;
        this.creations = creations;
    }

    /// A new organisation.
    ///
    /// @param project its first
    /// @param ownerKey shown this once; absent where it was asked for again
    record Founded(
            Organisation organisation,
            Project project,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            MadeKey ownerKey) {
        @JsonIgnore
        boolean isRepeated() {
            return ownerKey == null;
        }
    }

    /// Takes the operator's Idempotency-Key in one transaction, and makes the organisation in another, of its own. Who
    /// is cut off between them asks again and gets it then.
    ///
    /// @param asked what the key stands for
    Founded found(Caller operator, @Nullable String idempotency, CreateOrganisation asked, String plan) {
        var id = tenants.within(
                operator,
                () -> creations.claim(operator, idempotency, "org", asked).id());
        return tenants.within(id, () -> {
            var isNew = founder.found(id, asked.checkedName(), plan, Ids.fresh("prj"), operator.keyId());
            return new Founded(organisations.get(id), projects.usual(""), isNew ? ownerKey(operator, id) : null);
        });
    }

    /// A key for an owner who has none any more.
    MadeKey reopen(Caller operator, String id) {
        var known = administration.get(id).id();
        return tenants.within(known, () -> ownerKey(operator, known));
    }

    private MadeKey ownerKey(Caller operator, String organisation) {
        var project = projects.usual("");
        var onBehalf =
                new Caller(operator.keyId(), organisation, project.id(), Environment.LIVE, List.of(), operator.plan());
        var settings = new KeySettings("Owner", Role.OWNER.scopes(), List.of(), null, Limits.NONE);
        return maker.make(onBehalf, Ids.fresh("key"), project.id(), Environment.LIVE, settings);
    }
}
