package dev.universalapi.launcher.cluster;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The Secrets that pods mount: who gets which. Each gets what it needs and nothing else.
record Secrets(Kubectl kubectl, Terminal terminal) {
    static final List<String> DATABASES = List.of("analytics", "auth");
    static final List<String> ROLES = List.of("owner", "app", "system");

    private static final String LIST = "jsonpath={range .items[*]}{.metadata.name}{\"\\n\"}{end}";

    /// By the name of the Secret, the entries in it.
    private static final Map<String, List<String>> ENTRIES = Map.ofEntries(
            Map.entry("gateway-identity", List.of("gateway.jwk.json", "keys")),
            Map.entry("internal-tokens", List.of("jwks.json")),
            Map.entry("parts-identity", List.of("parts.jwk.json")),
            Map.entry("redis", List.of("redis-password")),
            Map.entry("cursors", List.of("cursor-key")),
            Map.entry("accounts", List.of("master-keys")),
            Map.entry("first-keys", List.of("first-keys")),
            Map.entry("analytics-database", List.of("analytics_app", "analytics_system")),
            Map.entry("analytics-owner", List.of("analytics_owner")),
            Map.entry("auth-database", List.of("auth_app", "auth_system")),
            Map.entry("auth-owner", List.of("auth_owner")));

    /// Which of them are not there.
    Set<String> missing(Set<String> wanted) {
        var missing = new TreeSet<>(wanted);
        kubectl.ask("get", "secrets", "-o", LIST).lines().forEach(missing::remove);
        return missing;
    }

    /// Refuses to make what is not known here, and all of it where stores are outside of the cluster: who runs those
    /// has
    /// the passwords.
    static void refuse(Manifests manifests, Set<String> missing) {
        var unknown = new TreeSet<>(missing);
        if (!manifests.stores().isEmpty()) {
            unknown.removeAll(ENTRIES.keySet());
        }
        if (!unknown.isEmpty()) {
            throw new LauncherException(
                    "Nothing was touched: namespace %s lacks the Secrets %s, and they are yours to make; docs/operations.md says what is in each"
                            .formatted(manifests.namespace(), String.join(", ", unknown)));
        }
    }

    /// Makes those, once.
    void make(Set<String> missing) {
        if (missing.isEmpty()) {
            return;
        }
        var vault = Vault.of(kubectl).orElseGet(() -> Vault.make(kubectl));
        for (var name : missing) {
            var entries = new LinkedHashMap<String, String>();
            ENTRIES.getOrDefault(name, List.of())
                    .forEach(entry -> entries.put(entry, vault.entries().getOrDefault(entry, "")));
            kubectl.feed(vault.secret(name, entries), "create", "-f", "-");
        }
        terminal.say(
                "  made the Secrets %s; keep a copy of %s where no backup is: without its master-keys no stored credential opens"
                        .formatted(String.join(", ", missing), Vault.NAME));
    }
}
