package dev.universalapi.launcher.command;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.build.Build;
import java.util.List;

/// Builds the modules that are named, when they are missing or stale. `./universal` calls it before a proof.
public final class Builds implements Command {

    @Override
    public int run(List<String> typed, Terminal terminal) {
        if (typed.isEmpty()) {
            throw new LauncherException("build takes the names of modules");
        }
        new Build(Command.project()).ensure(typed, terminal::say);
        return 0;
    }
}
