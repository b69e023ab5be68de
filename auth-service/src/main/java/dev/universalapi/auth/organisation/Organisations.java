package dev.universalapi.auth.organisation;

import dev.universalapi.auth.limit.Limits;
import dev.universalapi.auth.request.Ids;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Organisations, within transactions of each: row security shows it itself alone.
public final class Organisations {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public Organisations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The organisation of this id, if it is the transaction's.
    public Optional<Organisation> find(String id) {
        return !Ids.mayBe(id)
                ? Optional.empty()
                : jdbc.sql("select * from organisation where organisation = ?")
                        .param(id)
                        .query(rows())
                        .optional();
    }

    /// As [#find], or a problem that says nothing about whose it might be.
    public Organisation get(String id) {
        return find(id).orElseThrow(Organisations::none);
    }

    static ProblemException none() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no organisation of this id.");
    }

    /// As [#get]; nobody else changes it until the transaction ends.
    Organisation lock(String id) {
        get(id);
        jdbc.sql("select from organisation where organisation = ? for update")
                .param(id)
                .query((_, _) -> true)
                .optional();
        return get(id);
    }

    /// Adds one; false if there is one of its id.
    boolean add(Organisation organisation) {
        return jdbc.sql("""
                                insert into organisation
                                    (organisation, name, status, plan, limits, settings, version, created_at, changed_at)
                                values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?) on conflict do nothing""")
                        .params(organisation.id(), organisation.name(), organisation.status(), organisation.plan())
                        .param(json.writeValueAsString(organisation.limits()))
                        .param(json.writeValueAsString(organisation.settings()))
                        .param(organisation.version())
                        .param(Timestamp.from(organisation.createdAt()))
                        .param(Timestamp.from(organisation.changedAt()))
                        .update()
                == 1;
    }

    /// Writes what an organisation has chosen.
    Organisation change(String id, OrganisationSettings settings, Instant now) {
        return jdbc.sql("""
                        update organisation set name = ?, limits = ?::jsonb, settings = ?::jsonb,
                            version = version + 1, changed_at = ? where organisation = ? returning *""")
                .param(settings.name())
                .param(json.writeValueAsString(settings.limits()))
                .param(json.writeValueAsString(settings.settings()))
                .param(Timestamp.from(now))
                .param(id)
                .query(rows())
                .single();
    }

    /// Writes what operators decide.
    Organisation decide(String id, String status, String plan, Instant now) {
        return jdbc.sql("""
                        update organisation set status = ?, plan = ?, version = version + 1, changed_at = ?
                        where organisation = ? returning *""")
                .params(status, plan, Timestamp.from(now), id)
                .query(rows())
                .single();
    }

    /// Reads whole rows of the table.
    public RowMapper<Organisation> rows() {
        return (row, _) -> read(row);
    }

    private Organisation read(ResultSet row) throws SQLException {
        return new Organisation(
                row.getString("organisation"),
                row.getString("name"),
                row.getString("status"),
                row.getString("plan"),
                json.readValue(row.getString("limits"), Limits.class),
                json.readValue(row.getString("settings"), TEXTS),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
