package dev.universalapi.auth.key;

import dev.universalapi.auth.limit.Limits;
import dev.universalapi.auth.request.Cursor;
import dev.universalapi.auth.request.Ids;
import dev.universalapi.auth.request.Page;
import dev.universalapi.auth.request.Paging;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Keys, within transactions of their organisation.
public final class Keys {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource clock;

    public Keys(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// A key that is to be kept.
    ///
    /// @param sha256 of the key, hexadecimal
    /// @param start its first letters
    /// @param by the id of the key that makes it
    public record Fresh(
            String id,
            String organisation,
            String project,
            String environment,
            String sha256,
            String start,
            String last4,
            KeySettings settings,
            String by) {}

    public Optional<Key> find(String id) {
        return !Ids.mayBe(id)
                ? Optional.empty()
                : jdbc.sql("select * from api_key where id = ?")
                        .param(id)
                        .query(rows())
                        .optional();
    }

    /// As [#find], or a problem that says nothing about whose it might be.
    public Key get(String id) {
        return find(id).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no key of this id."));
    }

    /// As [#get]; nobody else changes it until the transaction ends.
    Key lock(String id) {
        get(id);
        jdbc.sql("select from api_key where id = ? for update")
                .param(id)
                .query((_, _) -> true)
                .optional();
        return get(id);
    }

    /// @param project of which alone; null for all
    Page<Key> list(@Nullable String project, Paging wanted) {
        var found = jdbc.sql("""
                        select * from api_key where (created_at, id) > (?, ?) and (?::text is null or project = ?)
                        order by created_at, id limit ?""")
                .params(wanted.moment(), wanted.after().id())
                .param(project)
                .param(project)
                .param(wanted.oneMore())
                .query(rows())
                .list();
        return Page.of(found, wanted, key -> new Cursor(key.createdAt(), key.id()));
    }

    /// How many may open something, now or later.
    int count() {
        return jdbc.sql(
                        "select count(*) from api_key where revoked_at is null and (expires_at is null or expires_at > ?)")
                .param(now())
                .query(Integer.class)
                .single();
    }

    /// Adds one; false if there is one of its id or its hash.
    boolean add(Fresh fresh) {
        var settings = fresh.settings();
        var now = now();
        return jdbc.sql("""
                                insert into api_key (id, organisation, project, hash, environment, name, start, last4,
                                    scopes, networks, limits, expires_at, created_by, created_at, changed_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?) on conflict do nothing""")
                        .params(fresh.id(), fresh.organisation(), fresh.project())
                        .params(HexFormat.of().parseHex(fresh.sha256()), fresh.environment())
                        .params(settings.name(), fresh.start(), fresh.last4())
                        .param(array(settings.scopes()))
                        .param(array(settings.networks()))
                        .param(json.writeValueAsString(settings.limits()))
                        .param(timestamp(settings.expiresAt()))
                        .params(fresh.by(), now, now)
                        .update()
                == 1;
    }

    Key change(String id, KeySettings settings) {
        return jdbc.sql("""
                        update api_key set name = ?, scopes = ?, networks = ?, limits = ?::jsonb, expires_at = ?,
                            version = version + 1, changed_at = ? where id = ? returning *""")
                .param(settings.name())
                .param(array(settings.scopes()))
                .param(array(settings.networks()))
                .param(json.writeValueAsString(settings.limits()))
                .param(timestamp(settings.expiresAt()))
                .params(now(), id)
                .query(rows())
                .single();
    }

    Key disable(String id, boolean disabled) {
        return jdbc.sql("""
                        update api_key set disabled_at = ?, version = version + 1, changed_at = ?
                        where id = ? returning *""")
                .param(disabled ? now() : null)
                .params(now(), id)
                .query(rows())
                .single();
    }

    Key revoke(String id) {
        return jdbc.sql("""
                        update api_key set revoked_at = ?, version = version + 1, changed_at = ?
                        where id = ? returning *""").params(now(), now(), id).query(rows()).single();
    }

    /// Gives it an end, unless it has an earlier one.
    Key end(String id, Instant at) {
        return jdbc.sql("""
                        update api_key set expires_at = least(expires_at, ?), version = version + 1, changed_at = ?
                        where id = ? returning *""").params(Timestamp.from(at), now(), id).query(rows()).single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    /// Reads whole rows of the table.
    private RowMapper<Key> rows() {
        var now = clock.instant();
        return (row, _) -> read(row, now);
    }

    private Key read(ResultSet row, Instant now) throws SQLException {
        return new Key(
                row.getString("id"),
                row.getString("project"),
                row.getString("environment"),
                row.getString("name"),
                row.getString("start"),
                row.getString("last4"),
                List.of((String[]) row.getArray("scopes").getArray()),
                List.of((String[]) row.getArray("networks").getArray()),
                json.readValue(row.getString("limits"), Limits.class),
                status(row, now),
                instant(row, "expires_at"),
                instant(row, "last_used_at"),
                row.getString("created_by"),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    /// Of a row of the table at a moment; what is final comes first.
    public static String status(ResultSet row, Instant now) throws SQLException {
        if (row.getTimestamp("revoked_at") != null) {
            return Key.REVOKED;
        }
        var end = instant(row, "expires_at");
        if (end != null && !end.isAfter(now)) {
            return Key.EXPIRED;
        }
        return row.getTimestamp("disabled_at") != null ? Key.DISABLED : Key.ACTIVE;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
