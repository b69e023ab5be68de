package dev.universalapi.auth.organisation;

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
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Projects, within transactions of their organisation.
public final class Projects {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    public Projects(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Project> find(String id) {
        return !Ids.mayBe(id)
                ? Optional.empty()
                : jdbc.sql("select * from project where id = ?")
                        .param(id)
                        .query((row, _) -> read(row))
                        .optional();
    }

    /// As [#find], or a problem that says nothing about whose it might be.
    public Project get(String id) {
        return find(id).orElseThrow(
                        () -> new ProblemException(ProblemType.NOT_FOUND, "There is no project of this id."));
    }

    /// As [#get]; nobody else changes it until the transaction ends.
    Project lock(String id) {
        return get(id, "for update");
    }

    /// As [#get]; nobody removes it until the transaction ends.
    public Project hold(String id) {
        return get(id, "for key share");
    }

    /// This project, or the organisation's first where there is none of this id; nobody removes it until the
    /// transaction
    /// ends.
    public Project usual(String id) {
        return jdbc.sql("""
                        select * from project order by id = ? desc, created_at, id limit 1 for key share""")
                .param(id)
                .query((row, _) -> read(row))
                .optional()
                .orElseThrow(
                        () -> new ProblemException(ProblemType.CONFLICT, "There is no project; create one first."));
    }

    private Project get(String id, String lock) {
        get(id);
        jdbc.sql("select from project where id = ? " + lock)
                .param(id)
                .query((_, _) -> true)
                .optional();
        return get(id);
    }

    Page<Project> list(Paging wanted) {
        var found = jdbc.sql("""
                        select * from project where (created_at, id) > (?, ?) order by created_at, id limit ?""")
                .params(wanted.moment(), wanted.after().id(), wanted.oneMore())
                .query((row, _) -> read(row))
                .list();
        return Page.of(found, wanted, project -> new Cursor(project.createdAt(), project.id()));
    }

    int count() {
        return jdbc.sql("select count(*) from project").query(Integer.class).single();
    }

    /// Adds one; false if there is one of its id.
    boolean add(String organisation, String id, ProjectSettings settings, Instant now) {
        return jdbc.sql("""
                                insert into project (id, organisation, name, limits, created_at, changed_at)
                                values (?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing""")
                        .params(id, organisation, settings.name(), json.writeValueAsString(settings.limits()))
                        .params(Timestamp.from(now), Timestamp.from(now))
                        .update()
                == 1;
    }

    Project change(String id, ProjectSettings settings, Instant now) {
        return jdbc.sql("""
                        update project set name = ?, limits = ?::jsonb, version = version + 1, changed_at = ?
                        where id = ? returning *""")
                .params(settings.name(), json.writeValueAsString(settings.limits()), Timestamp.from(now), id)
                .query((row, _) -> read(row))
                .single();
    }

    /// Whether it has keys that may open something, now or later.
    boolean isInUse(String id, Instant now) {
        return jdbc.sql("""
                        select exists (select from api_key where project = ? and revoked_at is null
                            and (expires_at is null or expires_at > ?))""")
                .params(id, Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /// With its keys.
    void remove(String id) {
        jdbc.sql("delete from api_key where project = ?").param(id).update();
        jdbc.sql("delete from project where id = ?").param(id).update();
    }

    private Project read(ResultSet row) throws SQLException {
        return new Project(
                row.getString("id"),
                row.getString("name"),
                json.readValue(row.getString("limits"), Limits.class),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
