package dev.universalapi.launcher.production;

import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.suite.State;
import dev.universalapi.launcher.suite.Suite;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks at what has to be right before others depend on an installation; a line each. What cannot be seen from here,
/// an
/// operator confirms by its name.
///
/// @param confirmed names of what the operator has looked at
public record Production(Home home, Map<String, String> environment, Set<String> confirmed) {

    public Production {
        environment = Map.copyOf(environment);
        confirmed = Set.copyOf(confirmed);
    }

    /// The exit code: 0 when nothing is wrong.
    public int run(Terminal terminal) {
        return looks().run(confirmed, terminal);
    }

    private Looks looks() {
        var settings = Settings.of(environment, home.config());
        Optional<State> running = State.running(Suite.stateFile(home));
        var secrets = new Secrets(settings, home, running);
        var given = new Given(settings, home);
        var seen = new Seen(settings, running, environment);
        return new Looks()
                .add("signing", secrets::signing)
                .add("operators", secrets::operators)
                .add("masters", secrets::masters)
                .add("first-keys", secrets::firstKeys)
                .add("tls", given::tls)
                .add("address", given::address)
                .add("fsync", given::fsync)
                .add("quotas", given::quotas)
                .add("backups", given::backups)
                .add("replicas", seen::replicas)
                .add("topics", seen::topics)
                .add("jvm", seen::jvm)
                .add("ports", seen::ports);
    }
}
