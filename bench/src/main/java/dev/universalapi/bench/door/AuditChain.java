package dev.universalapi.bench.door;

import dev.universalapi.bench.door.Tenants.Tenant;
import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Report;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whoever has the database, and switches its triggers off, still cannot change what was written down unnoticed.
final class AuditChain implements Scene {
    private static final int OK = 200;
    private static final int EDITED = 3;
    private static final int DELETED = 4;
    private static final int ENOUGH = 8;
    private static final String COLUMNS = "organisation, sequence, event, previous, hash";

    /// By table.
    private static final List<Map.Entry<String, String>> TRIGGERS = List.of(
            Map.entry("audit_event", "only_added"),
            Map.entry("audit_head", "only_kept"),
            Map.entry("audit_head", "only_forward"));

    private final Gates gates;
    private final Tenants tenants;
    private final Stores stores;

    AuditChain(Gates gates, Tenants tenants, Stores stores) {
        this.gates = gates;
        this.tenants = tenants;
        this.stores = stores;
    }

    /// Something that is done to the table, and undone.
    private record Crime(String name, String deed, String undone, long sequence) {}

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("The audit log, past the service");
        var tenant = tenants.tenant("Audited", "internal");
        for (var i = 0; i < ENOUGH; i++) {
            tenants.key(tenant, "audited " + i, Map.of());
        }
        var whole = verify(tenant, "");
        report.figure("verify says of the untouched log", whole);
        report.check("an untouched log is whole", whole.isWhole(), whole.toString());
        var last = whole.count();
        report.check("and has all that was done", last >= ENOUGH, whole.toString());
        try (var database = stores.database("auth", "owner")) {
            run(database, "select set_config('app.organisation', '" + tenant.id() + "', false)");
            guarded(report, database);
            for (var crime : crimes(last)) {
                commit(report, tenant, database, crime, crime.name().contains("remembers") ? whole.end() : "");
            }
        }
    }

    /// @param broken the first sequence number that is not as it was; 0 if there is none
    /// @param end the last event: its number, a colon, its hash
    private record Verdict(boolean isWhole, long count, long broken, String end, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /// @param anchor the end that somebody remembers; empty if nobody does
    private Verdict verify(Tenant tenant, String anchor) throws IOException, InterruptedException {
        var path = "/api/audit/verify" + (anchor.isEmpty() ? "" : "?anchor=" + anchor);
        var answer = Tenants.expect(OK, gates.get(0, tenant.owner().text(), path));
        var told = answer.body();
        return new Verdict(
                told.path("intact").asBoolean(false),
                told.path("events").asLong(0),
                told.at("/broken/sequence").asLong(0),
                answer.at("/head/sequence") + ":" + answer.at("/head/hash"),
                answer.text());
    }

    /// While triggers are on, not even the owner of the table changes a row.
    private static void guarded(Report report, Connection database) {
        var refused = new ArrayList<String>();
        var orders = List.of(
                "update audit_event set hash = hash", "delete from audit_event", "truncate audit_event cascade");
        for (var order : orders) {
            try {
                run(database, order);
                refused.add(order + " was done");
            } catch (SQLException _) {
                // as it should be
            }
        }
        report.checkAll("the owner of the table may only add", orders.size(), refused);
    }

    /// One more event, chained as it should be, that nobody wrote.
    private static String forged(long last) {
        return """
                insert into audit_event (organisation, sequence, event, previous, hash)
                select organisation, sequence + 1, forged, hash,
                    encode(sha256(convert_to(hash || chr(10) || forged, 'UTF8')), 'hex')
                from (select *, replace(replace(event, '"seq":' || sequence, '"seq":' || sequence + 1),
                    '"id":"aud_', '"id":"aud_x') as forged from kept where sequence = %d) as made""".formatted(last);
    }

    private static List<Crime> crimes(long last) {
        var again = "insert into audit_event (" + COLUMNS + ") select " + COLUMNS + " from kept where sequence = ";
        var cut = "delete from audit_event where sequence = " + last;
        return List.of(
                new Crime(
                        "a row edited",
                        "update audit_event set event = replace(event, '\"id\":\"key_', '\"id\":\"key_x') where sequence = "
                                + EDITED,
                        "update audit_event e set event = k.event from kept k where k.sequence = e.sequence",
                        EDITED),
                new Crime(
                        "a row deleted",
                        "delete from audit_event where sequence = " + DELETED,
                        again + DELETED,
                        DELETED),
                new Crime(
                        "a row inserted, its hash right",
                        forged(last),
                        "delete from audit_event where sequence = " + (last + 1),
                        last + 1),
                new Crime("the tail cut", cut, again + last, last),
                new Crime(
                        "the tail cut and the head moved, for who remembers the end",
                        cut + "; update audit_head h set sequence = k.sequence, hash = k.hash from kept k"
                                + " where k.sequence = " + (last - 1),
                        again + last + "; update audit_head h set sequence = k.sequence, hash = k.hash from kept k"
                                + " where k.sequence = " + last,
                        last));
    }

    private void commit(Report report, Tenant tenant, Connection database, Crime crime, String end) throws Exception {
        run(database, "create temporary table kept as select " + COLUMNS + " from audit_event");
        untriggered(database, crime.deed());
        var found = verify(tenant, end);
        untriggered(database, crime.undone());
        run(database, "drop table kept");
        report.figure(crime.name() + ", of which verify says", found);
        report.check(
                crime.name() + " is found by its number",
                !found.isWhole() && found.broken() == crime.sequence(),
                found + " instead of " + crime.sequence());
        var after = verify(tenant, end);
        report.check("and put back, all is whole again", after.isWhole(), after.toString());
    }

    private static void untriggered(Connection database, String orders) throws SQLException {
        for (var trigger : TRIGGERS) {
            run(database, "alter table %s disable trigger %s".formatted(trigger.getKey(), trigger.getValue()));
        }
        try {
            run(database, orders);
        } finally {
            for (var trigger : TRIGGERS) {
                run(
                        database,
                        "alter table %s enable always trigger %s".formatted(trigger.getKey(), trigger.getValue()));
            }
        }
    }

    private static void run(Connection database, String order) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(order);
        }
    }
}
