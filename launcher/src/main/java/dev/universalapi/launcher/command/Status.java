package dev.universalapi.launcher.command;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.process.Usage;
import dev.universalapi.launcher.suite.Mode;
import dev.universalapi.launcher.suite.State;
import dev.universalapi.launcher.suite.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Says what runs: a table with process number, ports, memory and age. Exit code 3 when nothing does.
public final class Status implements Command {
    private static final int NOT_RUNNING = 3;
    private static final String ROW = "%-18s %8s %6s %10s %9s %10s";

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var home = Command.home(Arguments.parse(typed, Set.of(), Set.of(HOME)));
        var running = State.running(Suite.stateFile(home));
        if (running.isEmpty()) {
            terminal.say("Nothing runs; ./universal up starts it.");
            return NOT_RUNNING;
        }
        var state = running.get();
        terminal.say(ROW.formatted("part", "pid", "port", "management", "MiB", "up"));
        for (var i = 0; i < state.instances().size(); i++) {
            var instance = state.instances().get(i);
            terminal.say(row(instance.name(), state.pids().get(i), instance.port(), instance.managementPort()));
        }
        if (state.ready()) {
            new Welcome(
                            state.gateway().address(),
                            new Identity(home.identity()).bootstrapKey(),
                            new Mode.Choice(state.mode(), state.why()))
                    .say(terminal);
        } else {
            terminal.say("It is still starting.");
        }
        return 0;
    }

    private static String row(String name, long pid, int port, int managementPort) {
        var process = ProcessHandle.of(pid);
        return process.map(alive -> ROW.formatted(
                        name,
                        pid,
                        port,
                        managementPort,
                        Usage.of(pid).residentMegabytes(),
                        age(alive.info().startInstant().orElseGet(Instant::now))))
                .orElseGet(() -> ROW.formatted(name, "-", port, managementPort, "-", "restarting"));
    }

    private static String age(Instant started) {
        var age = Duration.between(started, Instant.now());
        return age.toHours() > 0
                ? age.toHours() + "h" + age.toMinutesPart() + "m"
                : age.toMinutes() + "m" + age.toSecondsPart() + "s";
    }
}
