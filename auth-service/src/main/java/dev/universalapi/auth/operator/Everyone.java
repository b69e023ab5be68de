package dev.universalapi.auth.operator;

import dev.universalapi.auth.organisation.Organisation;
import dev.universalapi.auth.organisation.Organisations;
import dev.universalapi.auth.request.Cursor;
import dev.universalapi.auth.request.Page;
import dev.universalapi.auth.request.Paging;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import org.jspecify.annotations.Nullable;

/// All organisations.
@AcrossTenants(because = "operators look for an organisation among all")
final class Everyone {
    private static final String LIST = """
            select * from organisation
            where (created_at, organisation) > (?, ?)
                and (?::text is null or strpos(lower(name), lower(?)) > 0 or organisation = ?)
                and (?::text is null or status = ?) and (?::text is null or plan = ?)
            order by created_at, organisation limit ?""";

    private final SystemDatabase database;
    private final Organisations organisations;

    Everyone(SystemDatabase database, Organisations organisations) {
        this.database = database;
        this.organisations = organisations;
    }

    /// What is looked for; null for whatever it is.
    ///
    /// @param name a part of the name, in any case, or the id
    record Wanted(
            @Nullable String name,
            @Nullable String status,
            @Nullable String plan) {}

    Page<Organisation> list(Wanted wanted, Paging paging) {
        var found = database.jdbc()
                .sql(LIST)
                .params(paging.moment(), paging.after().id())
                .param(wanted.name())
                .param(wanted.name())
                .param(wanted.name())
                .param(wanted.status())
                .param(wanted.status())
                .param(wanted.plan())
                .param(wanted.plan())
                .param(paging.oneMore())
                .query(organisations.rows())
                .list();
        return Page.of(found, paging, one -> new Cursor(one.createdAt(), one.id()));
    }
}
