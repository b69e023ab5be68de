package dev.universalapi.launcher.command;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.process.Condition;
import dev.universalapi.launcher.process.Stamp;
import dev.universalapi.launcher.suite.State;
import dev.universalapi.launcher.suite.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Ends the suite.
public final class Down implements Command {
    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final Duration WORD = Duration.ofSeconds(5);
    private static final Duration LEFTOVER_GRACE = Duration.ofSeconds(5);

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var file = Suite.stateFile(Command.home(Arguments.parse(typed, Set.of(), Set.of(HOME))));
        var running = State.running(file);
        if (running.isEmpty()) {
            var leftovers = State.leftovers(file);
            leftovers.forEach(leftover -> leftover.end(LEFTOVER_GRACE));
            terminal.say(
                    leftovers.isEmpty()
                            ? "Nothing runs"
                            : "Ended " + leftovers.size() + " processes that were left behind");
            return 0;
        }
        terminal.say("Stopping");
        end(running.get().launcher(), file, terminal);
        terminal.say("Stopped");
        return 0;
    }

    private static void end(Stamp launcher, Path file, Terminal terminal) {
        launcher.find().ifPresent(ProcessHandle::destroy);
        for (var waited = Duration.ZERO; waited.compareTo(LIMIT) < 0; waited = waited.plus(WORD)) {
            if (launcher.gone(WORD)) {
                return;
            }
            State.running(file).map(Down::doing).ifPresent(terminal::say);
        }
        throw new LauncherException("the launcher, process %d, does not end; kill -9 %d ends it and all of the suite"
                .formatted(launcher.pid(), launcher.pid()));
    }

    private static String doing(State state) {
        var alive = state.members().stream()
                .filter(member -> member.condition() != Condition.STOPPED
                        && member.process().alive())
                .map(member -> member.instance().name())
                .collect(Collectors.joining(", "));
        return alive.isEmpty() ? "  making Java's start-up caches, once" : "  still there: " + alive;
    }
}
