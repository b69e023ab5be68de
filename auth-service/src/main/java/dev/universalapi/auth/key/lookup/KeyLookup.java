package dev.universalapi.auth.key.lookup;

import dev.universalapi.auth.key.Keys;
import dev.universalapi.auth.limit.Limits;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Finds a key by its hash, whoever owns it.
@AcrossTenants(because = "whose a key is, is what is asked")
final class KeyLookup {
    private static final String ACTIVE = "active";
    private static final String SUSPENDED = "suspended";
    private static final String FIND = """
            select k.*, o.plan, o.status as standing, o.limits as organisation_limits, p.limits as project_limits
            from api_key k join organisation o on o.organisation = k.organisation join project p on p.id = k.project
            where k.hash = ?""";

    private final SystemDatabase database;
    private final JsonMapper json;
    private final InstantSource clock;

    KeyLookup(SystemDatabase database, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /// @param sha256 hexadecimal
    Optional<KnownKey> find(String sha256) {
        return database.jdbc()
                .sql(FIND)
                .param(HexFormat.of().parseHex(sha256))
                .query((row, _) -> read(row))
                .optional();
    }

    private KnownKey read(ResultSet row) throws SQLException {
        var networks = List.of((String[]) row.getArray("networks").getArray());
        var end = row.getTimestamp("expires_at");
        var status = Keys.status(row, clock.instant());
        return new KnownKey(
                row.getString("id"),
                row.getString("organisation"),
                row.getString("project"),
                row.getString("environment"),
                List.of((String[]) row.getArray("scopes").getArray()),
                row.getString("plan"),
                networks.isEmpty() ? null : networks,
                end == null ? null : end.toInstant(),
                status.equals(ACTIVE) && row.getString("standing").equals(SUSPENDED) ? SUSPENDED : status,
                limits(row, "limits"),
                limits(row, "organisation_limits"),
                limits(row, "project_limits"));
    }

    private @Nullable Limits limits(ResultSet row, String column) throws SQLException {
        var limits = json.readValue(row.getString(column), Limits.class);
        return limits.isNone() ? null : limits;
    }
}
