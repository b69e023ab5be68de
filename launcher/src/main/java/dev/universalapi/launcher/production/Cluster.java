package dev.universalapi.launcher.production;

import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.cluster.Kubectl;
import dev.universalapi.launcher.home.Home;
import java.util.Map;
import java.util.Set;

/// Looks at what has to be right before others depend on an installation in a cluster, as [Production] does on one
/// machine. It reads, and changes nothing.
///
/// @param kubectl of the namespace in which it runs
/// @param confirmed names of what the operator has looked at
public record Cluster(Kubectl kubectl, Home home, Set<String> confirmed) {
    /// Where overlays put it.
    public static final String NAMESPACE = "universal-api";

    public Cluster {
        confirmed = Set.copyOf(confirmed);
    }

    /// The exit code: 0 when nothing is wrong.
    public int run(Terminal terminal) {
        return looks().run(confirmed, terminal);
    }

    private Looks looks() {
        var namespace = Namespace.of(kubectl);
        var told = new Told(namespace);
        var copies = new Copies(namespace);
        var containers = new Containers(namespace);
        var reached = new Reached(namespace);
        return new Looks()
                .add("secrets", told::secrets)
                .add("signing", told::signing)
                .add("first-keys", told::firstKeys)
                .add("mode", told::mode)
                .add("tls", given(namespace, "gateway")::tls)
                .add("stores", told::stores)
                .add("fsync", () -> told.forgets().orElseGet(given(namespace, "auth-service")::fsync))
                .add("quotas", given(namespace, namespace.host())::quotas)
                .add("topics", told::topics)
                .add("backups", told::backups)
                .add("replicas", copies::replicas)
                .add("spread", copies::spread)
                .add("budgets", copies::budgets)
                .add("scaling", copies::scaling)
                .add("migrations", containers::migrations)
                .add("images", containers::images)
                .add("resources", containers::resources)
                .add("jvm", containers::jvm)
                .add("ports", reached::ports)
                .add("network", reached::network)
                .add("restricted", reached::restricted);
    }

    private Given given(Namespace namespace, String part) {
        var environment = namespace.part(part).map(namespace::environment).orElse(Map.of());
        return new Given(new Settings(environment, Map.of()), home);
    }
}
