package dev.universalapi.launcher.cluster;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.build.Layout;
import dev.universalapi.launcher.identity.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All secrets of one installation in a cluster, as one Secret that no pod mounts. What pods mount is taken from it, so
/// that one that was lost comes back as it was.
///
/// @param entries by their file names
record Vault(Map<String, String> entries) {
    static final String NAME = "universal-identity";
    private static final String OPERATOR = "bootstrap-key";
    private static final String LIST =
            "go-template={{range $name, $text := .data}}{{$name}} {{$text}}{{\"\\n\"}}{{end}}";

    Vault {
        entries = Map.copyOf(entries);
    }

    /// That of an installation, where one was made.
    static Optional<Vault> of(Kubectl kubectl) {
        if (kubectl.ask("get", "secret", NAME, "--ignore-not-found", "-o", "name")
                .isBlank()) {
            return Optional.empty();
        }
        var entries = new TreeMap<String, String>();
        kubectl.ask("get", "secret", NAME, "-o", LIST).lines().forEach(line -> {
            var space = line.indexOf(' ');
            if (space > 0) {
                entries.put(line.substring(0, space), decoded(line.substring(space + 1)));
            }
        });
        return Optional.of(new Vault(entries));
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    /// Makes one, as `up` does on a machine, and keeps it in the cluster alone.
    static Vault make(Kubectl kubectl) {
        try {
            var folder = Files.createTempDirectory("universal-identity-");
            try {
                var vault = new Vault(fresh(new Identity(folder)));
                kubectl.feed(vault.secret(NAME, vault.entries()), "create", "-f", "-");
                return vault;
            } finally {
                Layout.clear(folder);
            }
        } catch (IOException e) {
            throw new LauncherException("secrets cannot be made: " + LauncherException.why(e), e);
        }
    }

    private static Map<String, String> fresh(Identity identity) throws IOException {
        identity.prepare();
        var entries = new TreeMap<String, String>();
        identity.begin().ifPresent(first -> {
            entries.put("owner-key", first.owner());
            entries.put("developer-key", first.developer());
        });
        for (var database : Secrets.DATABASES) {
            for (var role : Secrets.ROLES) {
                Identity.ensure(identity.databasePassword(database + "_" + role));
            }
        }
        try (var files = Files.walk(identity.folder())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                entries.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return entries;
    }

    /// The key that may do everything.
    String operatorKey() {
        return entries.getOrDefault(OPERATOR, "").strip();
    }

    /// A Secret in YAML, of some entries.
    String secret(String name, Map<String, String> wanted) {
        var lines = wanted.entrySet().stream()
                .map(one -> "  %s: %s%n"
                        .formatted(
                                one.getKey(),
                                Base64.getEncoder()
                                        .encodeToString(one.getValue().getBytes(StandardCharsets.UTF_8))))
                .sorted()
                .collect(Collectors.joining());
        return """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: %s
                type: Opaque
                data:
                """.formatted(name) + lines;
    }

    /// Secrets are in no log.
    @Override
    public String toString() {
        return "Vault" + entries.keySet();
    }
}
