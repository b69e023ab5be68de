package dev.universalapi.platform.tenant;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Whether the roles may what they should. A mistake here would be silent: `app` would see everything, or `system`
/// nothing.
final class Roles {
    private Roles() {}

    static void check(JdbcClient jdbc, DatabaseProperties properties) {
        var app = properties.app().user();
        var system = properties.system().user();
        var migrator = properties.migrator().user();
        if (isUnbound(jdbc, app) || isMember(jdbc, app, migrator) || isMember(jdbc, app, system)) {
            throw new IllegalStateException(
                    "universal.database.app.user, %s, must be bound by row security: NOSUPERUSER NOBYPASSRLS, and no member of %s or %s"
                            .formatted(app, migrator, system));
        }
        if (!isUnbound(jdbc, system)) {
            throw new IllegalStateException(
                    "universal.database.system.user, %s, must see all organisations: ALTER ROLE %s BYPASSRLS"
                            .formatted(system, system));
        }
    }

    private static boolean isUnbound(JdbcClient jdbc, String role) {
        return jdbc.sql("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = ?")
                .param(role)
                .query(Boolean.class)
                .single();
    }

    private static boolean isMember(JdbcClient jdbc, String role, String of) {
        return jdbc.sql("SELECT pg_has_role(?, ?, 'MEMBER')")
                .param(role)
                .param(of)
                .query(Boolean.class)
                .single();
    }
}
