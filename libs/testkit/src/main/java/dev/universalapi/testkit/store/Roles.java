package dev.universalapi.testkit.store;

import dev.universalapi.testkit.store.RealDatabase.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// The roles of all databases of one server.
record Roles(Server server, Role owner, Role app, Role system) {

    /// Creates those that a service has.
    static Roles createIn(Server server) {
        var roles = new Roles(server, role("test_owner"), role("test_app"), role("test_system"));
        roles.create(roles.owner, "NOBYPASSRLS");
        roles.create(roles.app, "NOBYPASSRLS");
        roles.create(roles.system, "BYPASSRLS");
        return roles;
    }

    RealDatabase database(String name) {
        return new RealDatabase(name, server.url().formatted(name), server.superuser(), owner, app, system);
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

    private void create(Role role, String may) {
        server.execute("CREATE ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE %s PASSWORD '%s'"
                .formatted(role.user(), may, role.password()));
    }
}
