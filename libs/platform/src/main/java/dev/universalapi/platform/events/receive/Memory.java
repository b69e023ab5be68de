package dev.universalapi.platform.events.receive;

import dev.universalapi.platform.events.receive.Arrival.Identity;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/// Which events this service has handled, in the table `received` of its database.
@AcrossTenants(because = "a batch holds events of many organisations")
final class Memory {
    private static final String REMEMBER = """
            INSERT INTO received (slot, source, id, print)
            SELECT * FROM unnest(?::smallint[], ?::text[], ?::text[], ?::uuid[])
            ON CONFLICT DO NOTHING RETURNING slot, source, id""";
    private static final String RECALL = """
            SELECT slot, source, id, print FROM received
            WHERE (slot, source, id) IN (SELECT * FROM unnest(?::smallint[], ?::text[], ?::text[]))""";

    private final JdbcTemplate database;

    Memory(SystemDatabase system) {
        database = system.template();
    }

    /// What is new of a batch.
    ///
    /// @param fresh events that nobody here has handled, in the order of the batch
    /// @param conflicts others that call themselves the same as one that was handled, and are not
    record Remembered(List<Arrival> fresh, List<Arrival> conflicts) {}

    /// Remembers a batch, in the transaction that is open.
    Remembered remember(List<Arrival> batch) {
        var first = new TreeMap<Identity, Arrival>();
        batch.forEach(arrival -> first.putIfAbsent(arrival.identity(), arrival));
        var added = database.execute((ConnectionCallback<Set<Identity>>) to -> add(first.values(), to));
        Map<Identity, UUID> prints = new HashMap<>();
        first.forEach((identity, arrival) -> prints.put(identity, arrival.print()));
        var known = first.keySet().stream()
                .filter(identity -> !added.contains(identity))
                .toList();
        if (!known.isEmpty()) {
            prints.putAll(database.execute((ConnectionCallback<Map<Identity, UUID>>) from -> recall(known, from)));
        }
        List<Arrival> fresh = new ArrayList<>();
        List<Arrival> conflicts = new ArrayList<>();
        for (var arrival : batch) {
            var identity = arrival.identity();
            if (!arrival.print().equals(prints.get(identity))) {
                conflicts.add(arrival);
            } else if (added.remove(identity)) {
                fresh.add(arrival);
            }
        }
        return new Remembered(fresh, conflicts);
    }

    /// Empties the slot that is used next.
    void forget(Instant now) {
        var slot = "received_" + Slots.free(now);
        // emptying takes a lock that others would have to wait for
        if (Boolean.TRUE.equals(database.queryForObject("SELECT EXISTS (SELECT FROM " + slot + ")", Boolean.class))) {
            database.execute("TRUNCATE " + slot);
        }
    }

    private static Set<Identity> add(Collection<Arrival> arrivals, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(REMEMBER)) {
            bind(arrivals.stream().map(Arrival::identity).toList(), connection, statement);
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "uuid", arrivals.stream().map(Arrival::print).toArray()));
            try (var rows = statement.executeQuery()) {
                Set<Identity> added = new HashSet<>();
                while (rows.next()) {
                    added.add(new Identity(rows.getInt(1), rows.getString(2), rows.getString(3)));
                }
                return added;
            }
        }
    }

    private static Map<Identity, UUID> recall(List<Identity> known, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(RECALL)) {
            bind(known, connection, statement);
            try (var rows = statement.executeQuery()) {
                Map<Identity, UUID> prints = new HashMap<>();
                while (rows.next()) {
                    prints.put(
                            new Identity(rows.getInt(1), rows.getString(2), rows.getString(3)),
                            rows.getObject(4, UUID.class));
                }
                return prints;
            }
        }
    }

    private static void bind(List<Identity> identities, Connection connection, java.sql.PreparedStatement statement)
            throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf(
                        "int2",
                        identities.stream()
                                .map(identity -> (short) identity.slot())
                                .toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "text", identities.stream().map(Identity::source).toArray()));
        statement.setArray(
                3,
                connection.createArrayOf(
                        "text", identities.stream().map(Identity::id).toArray()));
    }
}
