package dev.universalapi.platform.events.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The outbox as its relay sees it, over the one connection that holds the lock: when that breaks, so does the right to
/// move the cursor.
final class Ledger {
    /// `universal` in ASCII; one relay a database.
    private static final long LOCK = 0x756E697665727361L;

    private static final String NEXT = """
            SELECT o.xid::text, o.id, o.organisation, o.topic, o.content, o.trace
            FROM outbox o, outbox_cursor c
            WHERE o.xid < pg_snapshot_xmin(pg_current_snapshot()) AND (o.xid, o.id) > (c.xid, c.id)
            ORDER BY o.xid, o.id LIMIT ?""";
    private static final String MOVE = "UPDATE outbox_cursor SET xid = ?::xid8, id = ?";
    private static final String FORGET = """
            DELETE FROM outbox o USING outbox_cursor c
            WHERE (o.xid, o.id) <= (c.xid, c.id) AND o.at < now() - make_interval(secs => ?)""";
    private static final String DEPTH = """
            SELECT count(*), min(o.at) FROM outbox o, outbox_cursor c WHERE (o.xid, o.id) > (c.xid, c.id)""";
    private static final String RENUMBER =
            "UPDATE outbox SET xid = pg_current_xact_id() WHERE xid > pg_snapshot_xmax(pg_current_snapshot())";
    private static final String REWIND =
            "UPDATE outbox_cursor SET xid = '0', id = 0 WHERE xid > pg_snapshot_xmax(pg_current_snapshot())";

    private final Connection connection;

    /// How many facts wait, and since when the oldest does.
    record Depth(long facts, @Nullable Instant oldest) {}

    Ledger(Connection connection) {
        this.connection = connection;
    }

    /// Whether this process is the relay now.
    boolean lock() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    void unlock() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_advisory_unlock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    /// Numbers of transactions begin anew when a dump is restored elsewhere: what is ahead of the present is not seen
    /// for years. Such facts are told again, which their receivers notice.
    void mend() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(RENUMBER);
            statement.executeUpdate(REWIND);
        }
    }

    /// What is to be told next, oldest first, of transactions older than any that is still open.
    List<Fact> next(int most) throws SQLException {
        try (var statement = connection.prepareStatement(NEXT)) {
            statement.setInt(1, most);
            try (var rows = statement.executeQuery()) {
                var facts = new ArrayList<Fact>();
                while (rows.next()) {
                    facts.add(new Fact(
                            rows.getString(1),
                            rows.getLong(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6)));
                }
                return facts;
            }
        }
    }

    /// Everything up to this one is told.
    void told(Fact last) throws SQLException {
        try (var statement = connection.prepareStatement(MOVE)) {
            statement.setString(1, last.xid());
            statement.setLong(2, last.id());
            statement.executeUpdate();
        }
    }

    void forget(Duration olderThan) throws SQLException {
        try (var statement = connection.prepareStatement(FORGET)) {
            statement.setLong(1, olderThan.toSeconds());
            statement.executeUpdate();
        }
    }

    Depth depth() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(DEPTH)) {
            rows.next();
            var oldest = rows.getTimestamp(2);
            return new Depth(rows.getLong(1), oldest == null ? null : oldest.toInstant());
        }
    }
}
