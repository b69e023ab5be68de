package dev.universalapi.launcher.production;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.suite.State;
import dev.universalapi.launcher.suite.Suite;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

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
        var looks = looks();
        confirmed.stream().filter(name -> !looks.containsKey(name)).findFirst().ifPresent(name -> {
            throw new LauncherException("--confirmed takes one of " + looks.keySet() + ", was " + name);
        });
        var wrong = 0;
        for (var look : looks.entrySet()) {
            var finding = confirmed.contains(look.getKey())
                    ? Finding.good("confirmed by you")
                    : look.getValue().get();
            terminal.say("%-5s %-10s %s".formatted(finding.good() ? "pass" : "FAIL", look.getKey(), finding.said()));
            wrong += finding.good() ? 0 : 1;
        }
        terminal.say(
                wrong == 0
                        ? "Nothing stands against it."
                        : wrong + " of " + looks.size()
                                + " fail. What you know to be right and cannot be seen from here: --confirmed NAME");
        return wrong == 0 ? 0 : 1;
    }

    private Map<String, Supplier<Finding>> looks() {
        var settings = Settings.of(environment, home.config());
        Optional<State> running = State.running(Suite.stateFile(home));
        var secrets = new Secrets(settings, home, running);
        var given = new Given(settings, home);
        var seen = new Seen(settings, running, environment);
        var looks = new LinkedHashMap<String, Supplier<Finding>>();
        looks.put("signing", secrets::signing);
        looks.put("operators", secrets::operators);
        looks.put("masters", secrets::masters);
        looks.put("first-keys", secrets::firstKeys);
        looks.put("tls", given::tls);
        looks.put("address", given::address);
        looks.put("fsync", given::fsync);
        looks.put("quotas", given::quotas);
        looks.put("backups", given::backups);
        looks.put("replicas", seen::replicas);
        looks.put("topics", seen::topics);
        looks.put("jvm", seen::jvm);
        looks.put("ports", seen::ports);
        return looks;
    }
}
