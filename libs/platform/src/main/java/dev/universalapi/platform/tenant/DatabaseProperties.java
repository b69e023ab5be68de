package dev.universalapi.platform.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the service keeps what must not be lost. Without a URL it has no database.
///
/// @param url `jdbc:postgresql://host:port/name`, with `?sslmode=verify-full` wherever a network is between
/// @param app serves requests; row security binds it
/// @param system serves the few that see all organisations; row security does not bind it
/// @param migrator owns the tables; used at start alone
/// @param patience how long a start waits for a database that is away
@ConfigurationProperties("universal.database")
public record DatabaseProperties(
        String url,
        Pool app,
        Pool system,
        Login migrator,
        @DefaultValue("60s") Duration patience) {

    /// A user of the database.
    ///
    /// @param user its name there
    /// @param passwordFile the file with its password, read again at each connection
    public record Login(String user, Path passwordFile) {
        public Login {
            Objects.requireNonNull(user, "user is not set");
            Objects.requireNonNull(passwordFile, "password-file is not set");
        }

        String password() {
            try {
                return Files.readString(passwordFile).strip();
            } catch (IOException unreadable) {
                throw new UncheckedIOException("the password of " + user + " cannot be read", unreadable);
            }
        }
    }

    /// A user of the database, and how much of it that one may take.
    ///
    /// @param user its name there
    /// @param passwordFile the file with its password, read again at each connection
    /// @param connections how many it has at most; who needs one more waits
    /// @param waiting how long one waits for a connection before that is an error
    /// @param statement how long a statement may take before the database ends it
    public record Pool(
            String user,
            Path passwordFile,
            @DefaultValue("10") int connections,
            @DefaultValue("2s") Duration waiting,
            @DefaultValue("30s") Duration statement) {
        public Pool {
            Objects.requireNonNull(user, "user is not set");
            Objects.requireNonNull(passwordFile, "password-file is not set");
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
        Objects.requireNonNull(app, "universal.database.app.user is not set");
        Objects.requireNonNull(system, "universal.database.system.user is not set");
        Objects.requireNonNull(migrator, "universal.database.migrator.user is not set");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("universal.database.url is jdbc:postgresql://host:port/name");
        }
        if (url.contains("password=")) {
            throw new IllegalArgumentException("a password in universal.database.url would be seen by everybody who"
                    + " sees the settings; name its file in password-file");
        }
    }
}
