package dev.universalapi.platform.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the service keeps what must not be lost. Without a URL it has no database.
///
/// @param url `jdbc:postgresql://host:port/name`, with `?sslmode=verify-full` wherever a network is between
/// @param app serves requests; row security binds it
/// @param system serves the few that see all organisations; row security does not bind it
/// @param migrator owns the tables; used by whoever migrates alone, who `never` does needs no password of it
/// @param migrate `at-start`: the service brings the tables to its version before it is ready. `only`: it does so, and
///     nothing else: it ends, with 0 when the tables are as it needs them. `never`: another process does so; until then
///     the service is not ready, says what the tables lack, and changes nothing by itself
/// @param patience how long a start waits for a database that is away
@ConfigurationProperties("universal.database")
public record DatabaseProperties(
        String url,
        Pool app,
        Pool system,
        Login migrator,
        @DefaultValue("at-start") Migrate migrate,
        @DefaultValue("60s") Duration patience) {

    /// When the tables are brought to the version of the program.
    public enum Migrate {
        /// Before the service is ready.
        AT_START,
        /// Now, and then the process ends.
        ONLY,
        /// By somebody else.
        NEVER
    }

    /// A user of the database.
    ///
    /// @param user what the database calls it
    /// @param passwordFile the file with its password, read again at each connection
    public record Login(String user, @Nullable Path passwordFile) {
        public Login {
            Objects.requireNonNull(user, "user is not set");
        }

        String password() {
            if (passwordFile == null) {
                throw new IllegalStateException("no password-file is set for " + user);
            }
            try {
                return Files.readString(passwordFile).strip();
            } catch (IOException unreadable) {
                throw new UncheckedIOException("the password of " + user + " cannot be read", unreadable);
            }
        }
    }

    /// A user of the database, and how much of it that one may take.
    ///
    /// @param user what the database calls it
    /// @param passwordFile the file with its password, read again at each connection
    /// @param connections how many it has at most; who needs one more waits
    /// @param waiting how long one waits for a connection before that is an error
    /// @param statement how long a statement may take before the database ends it
    public record Pool(
            String user,
            @Nullable Path passwordFile,
            @DefaultValue("10") int connections,
            @DefaultValue("2s") Duration waiting,
            @DefaultValue("30s") Duration statement) {
        public Pool {
            Objects.requireNonNull(user, "user is not set");
            if (connections < 1) {
                throw new IllegalArgumentException("connections is at least 1");
            }
        }

        Login login() {
            return new Login(user, passwordFile);
        }
    }

    public DatabaseProperties {
        Objects.requireNonNull(url, "universal.database.url is not set");
        need(app, "app.user");
        need(system, "system.user");
        need(migrator, "migrator.user");
        if (migrate != Migrate.ONLY) {
            need(app.passwordFile, "app.password-file");
            need(system.passwordFile, "system.password-file");
        }
        if (migrate != Migrate.NEVER) {
            need(migrator.passwordFile, "migrator.password-file");
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("universal.database.url is jdbc:postgresql://host:port/name");
        }
        if (url.contains("password=")) {
            throw new IllegalArgumentException("a password in universal.database.url would be seen by everybody who"
                    + " sees the settings; name its file in password-file");
        }
    }

    private static void need(@Nullable Object value, String setting) {
        Objects.requireNonNull(value, () -> "universal.database." + setting + " is not set");
    }
}
