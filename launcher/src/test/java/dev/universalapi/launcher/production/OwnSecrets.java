package dev.universalapi.launcher.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/// Secrets of an operator's own, as they should be.
record OwnSecrets(Path folder) {
    static final String MASTER = "ours-2026 " + "A".repeat(43) + "=\n";

    static OwnSecrets in(Path parent) throws IOException {
        var own = new OwnSecrets(Files.createDirectories(parent.resolve("mounted")));
        own.write("gateway", "{\"kid\":\"door-7\",\"d\":\"x\"}", "r--------");
        own.write("parts", "{\"kid\":\"parts-7\",\"d\":\"x\"}", "r--r-----");
        own.write("jwks", "{\"keys\":[{\"kid\":\"door-7\"},{\"kid\":\"parts-7\"}]}", "r--r--r--");
        own.write("keys", "0".repeat(64) + " acme live *:*,operator:*\n", "r--r--r--");
        own.write("masters", MASTER, "rw-------");
        return own;
    }

    Path write(String name, String text, String rights) throws IOException {
        var file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    Map<String, String> environment() {
        return Map.of(
                "UNIVERSAL_GATEWAY_SIGNINGKEY",
                        folder.resolve("gateway").toUri().toString(),
                "UNIVERSAL_SECURITY_SIGNINGKEY", "file:" + folder.resolve("parts"),
                "UNIVERSAL_SECURITY_JWKS", folder.resolve("jwks").toUri().toString(),
                "UNIVERSAL_GATEWAY_KEYS", folder.resolve("keys").toString(),
                "UNIVERSAL_AUTH_CREDENTIAL_MASTERS", folder.resolve("masters").toString());
    }
}
