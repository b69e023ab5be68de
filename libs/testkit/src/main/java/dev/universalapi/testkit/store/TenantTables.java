package dev.universalapi.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Proves of every table of a migrated database that an organisation meets its own rows alone. A service's tests name
/// the tables without an organisation, each with the reason why it has none; a new table is then either secured or
/// explained.
///
/// ```java
/// TenantTables.areSecured(DATABASE, Map.of("report_progress", "How far the worker is, over all organisations."));
/// ```
public final class TenantTables {
    private static final int SENTENCE = 20;
    private static final Map<String, String> OF_PLATFORM = Map.of(
            "platform_history", "Which migrations of the platform have run.",
            "schema_history", "Which migrations of the service have run.");

    private TenantTables() {}

    /// Fails with a line for every table that is neither secured nor explained.
    ///
    /// @param without the tables that have no column `organisation`, and why
    public static void areSecured(RealDatabase database, Map<String, String> without) {
        assertThat(faults(database, without)).as("faults of tables").isEmpty();
    }

    static List<String> faults(RealDatabase database, Map<String, String> without) {
        var reasons = new HashMap<>(OF_PLATFORM);
        reasons.putAll(without);
        var faults = new ArrayList<String>();
        var seen = new HashSet<String>();
        try (var connection = database.connect(database.superuser())) {
            for (var table : Table.all(connection, database.app().user())) {
                seen.add(table.name());
                faults.addAll(table.faults(reasons));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        without.forEach((name, reason) -> {
            if (!seen.contains(name)) {
                faults.add(name + " is explained, and does not exist");
            } else if (reason.strip().length() < SENTENCE) {
                faults.add(name + " needs a sentence, not '" + reason + "'");
            }
        });
        faults.addAll(strangers(database));
        return faults;
    }

    /// What somebody meets who is no organisation of the tests.
    private static List<String> strangers(RealDatabase database) {
        var faults = new ArrayList<String>();
        try (var admin = database.connect(database.superuser());
                var app = database.connect(database.app())) {
            app.setAutoCommit(false);
            for (var table : Table.all(admin, database.app().user())) {
                if (table.hasOrganisation() && table.isOpen()) {
                    for (var organisation : List.of("", "nobody-of-the-tests")) {
                        met(app, table.name(), organisation)
                                .forEach(fault -> faults.add(table.name() + ": '" + organisation + "' " + fault));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return faults;
    }

    private static List<String> met(Connection app, String table, String organisation) throws SQLException {
        try (var statement = app.createStatement()) {
            statement.execute("SELECT set_config('app.organisation', '" + organisation + "', true)");
            try (var rows = statement.executeQuery("SELECT EXISTS (SELECT FROM " + table + ")")) {
                rows.next();
                return rows.getBoolean(1) ? List.of("sees rows of others") : List.of();
            }
        } finally {
            app.rollback();
        }
    }
}
