package dev.universalapi.launcher.identity;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Who may ask, and what services believe. Made once, at the first start, and kept.
///
/// @param folder readable by its owner alone
public record Identity(Path folder) {
    private static final String ORGANISATION = "local";
    /// Who has the machine may do everything, and operate what runs on it.
    private static final String SCOPES = "*:*,operator:*";

    private static final int SECRET_BYTES = 32;

    /// The key that `up` prints.
    public String bootstrapKey() {
        try {
            return Files.readString(bootstrapFile()).strip();
        } catch (IOException e) {
            throw new LauncherException("There is no key yet; start the suite with ./universal up", e);
        }
    }

    /// For the gateway: one line a key, `sha256 organisation environment scopes`.
    public Path keys() {
        return folder.resolve("keys");
    }

    /// For auth-service: the hashes of the first keys of the first organisation.
    public Path firstKeys() {
        return folder.resolve("first-keys");
    }

    /// Makes the first organisation's keys, once; whoever gets them tells them, for nobody can again.
    public Optional<FirstKeys> begin() {
        if (Files.exists(firstKeys())) {
            return Optional.empty();
        }
        var keys = FirstKeys.random();
        try {
            write(firstKeys(), keys.lines(ORGANISATION));
        } catch (IOException e) {
            throw new LauncherException(firstKeys() + " cannot be written; give it to your user", e);
        }
        return Optional.of(keys);
    }

    /// For the gateway: what it signs internal tokens with.
    public Path signingKey() {
        return folder.resolve("gateway.jwk.json");
    }

    /// For services that ask each other: what they sign with, on behalf of nobody.
    public Path partsKey() {
        return folder.resolve("parts.jwk.json");
    }

    /// For services: what they verify internal tokens with.
    public Path jwks() {
        return folder.resolve("jwks.json");
    }

    /// For Redis and the services that use it: its password.
    public Path redisPassword() {
        return folder.resolve("redis-password");
    }

    /// For hosts of providers: what they sign cursors with.
    public Path cursorKey() {
        return folder.resolve("cursor-key");
    }

    /// For auth-service: what it seals the credentials of organisations with.
    public Path masterKeys() {
        return folder.resolve("master-keys");
    }

    /// Makes what is missing; refuses what was damaged.
    public void prepare() {
        try {
            if (!Files.exists(bootstrapFile())) {
                write(bootstrapFile(), ApiKey.random("live", new SecureRandom()).text() + "\n");
            }
            var key = new ApiKey(bootstrapKey());
            if (!key.wellFormed()) {
                throw new LauncherException(
                        bootstrapFile() + " does not hold a whole key; delete it, and the next start makes a new one");
            }
            write(keys(), key.sha256() + " " + ORGANISATION + " " + key.environment() + " " + SCOPES + "\n");
            for (var secret : List.of(redisPassword(), cursorKey())) {
                ensure(secret);
            }
            if (!Files.exists(masterKeys())) {
                new MasterKeys(masterKeys()).write(MasterKey.random().line());
            }
            if (!Files.exists(signingKey()) || !Files.exists(partsKey()) || !Files.exists(jwks())) {
                var gateway = SigningKey.random("gateway-1");
                var parts = SigningKey.random("parts-1");
                write(signingKey(), gateway.privateJwk() + "\n");
                write(partsKey(), parts.privateJwk() + "\n");
                write(jwks(), SigningKey.publicJwks(gateway, parts) + "\n");
            }
        } catch (IOException e) {
            throw new LauncherException(folder + " cannot be written; give it to your user", e);
        }
    }

    /// For a role of PostgreSQL and who uses it: its password.
    public Path databasePassword(String role) {
        return folder.resolve("database").resolve(role);
    }

    /// Makes a secret that is missing, its owner's alone.
    public static void ensure(Path secret) throws IOException {
        if (!Files.exists(secret) || Files.readString(secret).isBlank()) {
            Files.createDirectories(secret.getParent());
            write(secret, random() + "\n");
        }
    }

    private static String random() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Where the operator's key is, which `up` names and the launcher itself uses.
    public Path bootstrapFile() {
        return folder.resolve("bootstrap-key");
    }

    /// Writes a file that is its owner's alone.
    public static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) && Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }
}
