package dev.universalapi.launcher.production;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// What is looked at, by its name and in this order; a line each.
record Looks(Map<String, Supplier<Finding>> looks) {

    Looks() {
        this(new LinkedHashMap<>());
    }

    Looks add(String name, Supplier<Finding> look) {
        looks.put(name, look);
        return this;
    }

    /// The exit code: 0 when nothing is wrong.
    ///
    /// @param confirmed names of what the operator has looked at
    int run(Set<String> confirmed, Terminal terminal) {
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
}
