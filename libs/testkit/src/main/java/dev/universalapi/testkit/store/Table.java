package dev.universalapi.testkit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A table or view, as PostgreSQL's catalogue describes it.
///
/// @param name as one writes it in SQL
/// @param kind `r` table, `p` partitioned table, `v` view, `m` materialised view, `f` foreign table
/// @param hasOrganisation whether there is a column of this name that is never null
/// @param isEnabled whether row security binds others than the owner
/// @param isForced whether it binds the owner as well
/// @param policies all permissive ones, `command: using / check` each
/// @param isOpen whether the role `app` may do anything with it
/// @param isInvoked whether a view is read with the rights of who asks
record Table(
        String name,
        char kind,
        boolean hasOrganisation,
        boolean isEnabled,
        boolean isForced,
        List<String> policies,
        boolean isOpen,
        boolean isInvoked) {
    private static final String OWN_ROWS =
            "(organisation = NULLIF(current_setting('app.organisation'::text, true), ''::text))";
    private static final String POLICY = "*: " + OWN_ROWS + " / " + OWN_ROWS;
    private static final String ALL = """
            SELECT c.oid::regclass::text AS name, c.relkind AS kind, c.relrowsecurity, c.relforcerowsecurity,
              EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organisation'
                AND NOT a.attisdropped AND (a.attnotnull OR c.relkind IN ('v', 'm'))) AS organisation,
              ARRAY(SELECT p.polcmd::text || ': ' || pg_get_expr(p.polqual, c.oid) || ' / '
                || coalesce(pg_get_expr(p.polwithcheck, c.oid), pg_get_expr(p.polqual, c.oid))
                FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive) AS policies,
              has_table_privilege(?, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
                OR has_any_column_privilege(?, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES') AS open,
              coalesce(c.reloptions && ARRAY['security_invoker=true', 'security_invoker=on'], false) AS invoked
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
              AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND c.relpersistence <> 't'
            ORDER BY 1
            """;

    /// Every table and view of the database.
    ///
    /// @param app the role that serves requests
    static List<Table> all(Connection connection, String app) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var statement = connection.prepareStatement(ALL)) {
            statement.setString(1, app);
            statement.setString(2, app);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    tables.add(new Table(
                            row.getString("name"),
                            row.getString("kind").charAt(0),
                            row.getBoolean("organisation"),
                            row.getBoolean("relrowsecurity"),
                            row.getBoolean("relforcerowsecurity"),
                            List.of((String[]) row.getArray("policies").getArray()),
                            row.getBoolean("open"),
                            row.getBoolean("invoked")));
                }
            }
        }
        return tables;
    }

    List<String> faults(Map<String, String> reasons) {
        return switch (kind) {
            case 'v' -> isOpen && !isInvoked ? List.of(name + " is read with its owner's rights") : List.of();
            case 'm', 'f' -> isOpen ? List.of(name + " knows no row security, and app may use it") : List.of();
            default -> hasOrganisation ? unsecured() : unexplained(reasons);
        };
    }

    private List<String> unsecured() {
        var faults = new ArrayList<String>();
        if (!isEnabled) {
            faults.add(name + " has row security not enabled");
        }
        if (!isForced) {
            faults.add(name + " has row security not forced");
        }
        if (!policies.equals(List.of(POLICY))) {
            faults.add(name + " has policies " + policies + ", not the one of tenant_table");
        }
        return faults;
    }

    private List<String> unexplained(Map<String, String> reasons) {
        return reasons.containsKey(name)
                ? List.of()
                : List.of(name + " has no column organisation that is NOT NULL, and nobody says why");
    }
}
