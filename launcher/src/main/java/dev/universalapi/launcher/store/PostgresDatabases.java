package dev.universalapi.launcher.store;

import dev.universalapi.launcher.identity.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The databases that services have, with three roles each: `NAME_owner`, who makes its tables, `NAME_app`, who sees
/// one organisation at a time, and `NAME_system`, who sees all.
///
/// @param names of the databases
record PostgresDatabases(List<String> names, Identity identity) {
    private static final Map<String, String> ROLES =
            new TreeMap<>(Map.of("owner", "NOBYPASSRLS", "app", "NOBYPASSRLS", "system", "BYPASSRLS"));

    /// What is wanted of them, as commands that may be repeated, one a line.
    void write(Path folder) throws IOException {
        var roles = new StringBuilder();
        var grants = new StringBuilder();
        for (var name : names) {
            for (var role : ROLES.entrySet()) {
                roles.append(role(name + "_" + role.getKey(), role.getValue()));
            }
            grants.append("REVOKE ALL ON DATABASE %1$s FROM PUBLIC%n".formatted(name));
            grants.append("GRANT CONNECT ON DATABASE %1$s TO %1$s_app, %1$s_system%n".formatted(name));
        }
        grants.append("REVOKE ALL ON DATABASE postgres FROM PUBLIC%n".formatted());
        Identity.write(folder.resolve("roles.sql"), roles.toString());
        Files.writeString(folder.resolve("grants.sql"), grants);
        Files.writeString(
                folder.resolve("databases"),
                String.join("", names.stream().map(name -> name + "\n").toList()));
    }

    private String role(String role, String may) throws IOException {
        var file = identity.databasePassword(role);
        Identity.ensure(file);
        return """
                DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s; END IF; END $$
                ALTER ROLE %1$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE %2$s PASSWORD '%3$s'
                """.formatted(role, may, Files.readString(file).strip());
    }
}
