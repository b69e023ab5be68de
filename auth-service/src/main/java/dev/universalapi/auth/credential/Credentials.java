package dev.universalapi.auth.credential;

import dev.universalapi.auth.credential.Credential.OnDead;
import dev.universalapi.auth.credential.Credential.Order;
import dev.universalapi.auth.credential.Credential.State;
import dev.universalapi.auth.credential.seal.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Credentials, within transactions of their organisation.
final class Credentials {
    private static final TypeReference<TreeMap<String, String>> SHOWN = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /// What is kept of a credential beside its organisation.
    ///
    /// @param shown its values, masked
    record Kept(
            Sealed sealed,
            Map<String, String> shown,
            @Nullable Instant verifiedAt) {}

    Credentials(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Credential> find(String provider) {
        return jdbc.sql("select * from credential where provider = ?")
                .param(provider)
                .query((row, _) -> read(row))
                .optional();
    }

    /// As [#find]; nobody else changes it until the transaction ends.
    Optional<Credential> lock(String provider) {
        return jdbc.sql("select * from credential where provider = ? for update")
                .param(provider)
                .query((row, _) -> read(row))
                .optional();
    }

    /// All of them, by provider.
    List<Credential> list() {
        return jdbc.sql("select * from credential order by provider")
                .query((row, _) -> read(row))
                .list();
    }

    Optional<Sealed> sealed(String provider) {
        return jdbc.sql("select master, wrapped, content from credential where provider = ?")
                .param(provider)
                .query((row, _) -> new Sealed(row.getString(1), row.getBytes(2), row.getBytes(3)))
                .optional();
    }

    /// Brings one, or another in its place.
    Credential put(String organisation, Credential wanted, Kept kept) {
        var moment = Timestamp.from(wanted.changedAt());
        var verified = kept.verifiedAt();
        return jdbc.sql("""
                        insert into credential (organisation, provider, shown, precedence, on_dead, master, wrapped, content,
                            verified_at, created_by, created_at, changed_at)
                        values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (organisation, provider) do update set shown = excluded.shown,
                            precedence = excluded.precedence, on_dead = excluded.on_dead, master = excluded.master,
                            wrapped = excluded.wrapped, content = excluded.content, dead_since = null,
                            verified_at = excluded.verified_at, created_by = excluded.created_by,
                            version = credential.version + 1, changed_at = excluded.changed_at
                        returning *""")
                .params(organisation, wanted.provider(), json.writeValueAsString(kept.shown()))
                .params(wanted.order().label(), wanted.onDead().label())
                .params(
                        kept.sealed().master(),
                        kept.sealed().wrapped(),
                        kept.sealed().content())
                .param(verified == null ? null : Timestamp.from(verified))
                .params(wanted.createdBy(), moment, moment)
                .query((row, _) -> read(row))
                .single();
    }

    Credential set(String provider, Order order, OnDead onDead, Instant now) {
        return jdbc.sql("""
                        update credential set precedence = ?, on_dead = ?, version = version + 1, changed_at = ?
                        where provider = ? returning *""")
                .params(order.label(), onDead.label(), Timestamp.from(now), provider)
                .query((row, _) -> read(row))
                .single();
    }

    void remove(String provider) {
        jdbc.sql("delete from credential where provider = ?").param(provider).update();
    }

    /// @return what it is since then; empty where it is of another version, or was so already
    Optional<Credential> turn(String provider, long version, State state, Instant now) {
        return jdbc.sql("""
                        update credential set dead_since = ?
                        where provider = ? and version = ? and (dead_since is null) = ? returning *""")
                .param(state == State.DEAD ? Timestamp.from(now) : null)
                .params(provider, version, state == State.DEAD)
                .query((row, _) -> read(row))
                .optional();
    }

    private Credential read(ResultSet row) throws SQLException {
        var dead = moment(row, "dead_since");
        return new Credential(
                row.getString("provider"),
                json.readValue(row.getString("shown"), SHOWN),
                Order.valueOf(row.getString("precedence").toUpperCase(Locale.ROOT)),
                OnDead.valueOf(row.getString("on_dead").toUpperCase(Locale.ROOT)),
                dead == null ? State.WELL : State.DEAD,
                dead,
                moment(row, "verified_at"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("version"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
