package dev.universalapi.launcher.command;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.process.Registry;
import dev.universalapi.launcher.suite.State;
import dev.universalapi.launcher.suite.Suite;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Ends the suite.
public final class Down implements Command {
    private static final Duration LIMIT = Duration.ofMinutes(6);
    private static final Duration WORD = Duration.ofSeconds(5);

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var home = Command.home(Arguments.parse(typed, Set.of(), Set.of(HOME)));
        var running = State.running(Suite.stateFile(home));
        if (running.isEmpty()) {
            var leftovers = new Registry(home.run().resolve("children")).endLeftovers();
            terminal.say(leftovers == 0 ? "Nothing runs." : "Ended " + leftovers + " processes that were left behind.");
            return 0;
        }
        var launcher = running.get().launcher();
        terminal.say("Stopping the suite.");
        launcher.find().ifPresent(ProcessHandle::destroy);
        for (var waited = Duration.ZERO; waited.compareTo(LIMIT) < 0; waited = waited.plus(WORD)) {
            if (launcher.gone(WORD)) {
                terminal.say("Stopped.");
                return 0;
            }
            terminal.say("  still stopping; the first time, Java's start-up caches are written");
        }
        throw new LauncherException(
                "The launcher " + launcher.pid() + " does not end; ./universal logs tells why, kill -9 ends it");
    }
}
