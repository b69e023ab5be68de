package dev.universalapi.testkit.store;

import dev.universalapi.testkit.store.RealDatabase.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.Consumer;

/// The roles of all databases of one server.
///
/// @param url for JDBC, with `%s` for the database
record Roles(String url, Role superuser, Role owner, Role app, Role system) {

    /// Creates those that a service has.
    static Roles createIn(String url, Role superuser, Consumer<String> sql) {
        var roles = new Roles(url, superuser, role("test_owner"), role("test_app"), role("test_system"));
        create(roles.owner, "NOBYPASSRLS", sql);
        create(roles.app, "NOBYPASSRLS", sql);
        create(roles.system, "BYPASSRLS", sql);
        return roles;
    }

    RealDatabase database(String name) {
        return new RealDatabase(name, url.formatted(name), superuser, owner, app, system);
    }

    static Role role(String user) {
        try {
            var password = "password of " + user;
            var file = Files.createTempFile(user, ".password");
            file.toFile().deleteOnExit();
            return new Role(user, password, Files.writeString(file, password + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Role role, String may, Consumer<String> sql) {
        sql.accept("CREATE ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE %s PASSWORD '%s'"
                .formatted(role.user(), may, role.password()));
    }
}
