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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Says what runs: a table of the processes, and where to ask. Exit code 3 when nothing does.
public final class Status implements Command {
    private static final int NOT_RUNNING = 3;
    private static final String ROW = "%-18s %-9s %8s %6s %10s %6s %9s %7s";

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var home = Command.home(Arguments.parse(typed, Set.of(), Set.of(HOME)));
        var running = State.running(Suite.stateFile(home));
        if (running.isEmpty()) {
            terminal.say("Nothing runs; ./universal up starts it");
            return NOT_RUNNING;
        }
        var state = running.get();
        table(state).forEach(terminal::say);
        switch (state.phase()) {
            case STARTING -> terminal.say("It is still starting");
            case STOPPING -> terminal.say("It is stopping");
            case READY ->
                new Welcome(
                                state.gateway().address(),
                                new Identity(home.identity()).bootstrapFile(),
                                new Mode.Choice(state.mode(), state.why()))
                        .say(terminal);
        }
        return 0;
    }

    static List<String> table(State state) {
        var lines = new ArrayList<String>();
        lines.add(ROW.formatted("part", "state", "pid", "port", "management", "MiB", "up", "deaths"));
        state.members().forEach(member -> lines.add(row(member)));
        var launcher = state.launcher();
        lines.add(ROW.formatted(
                "(launcher)", "", launcher.pid(), "", "", memory(launcher.pid()), age(launcher.started()), ""));
        return lines;
    }

    private static String row(State.Member member) {
        var instance = member.instance();
        var process = member.process();
        var alive = process.alive();
        return ROW.formatted(
                instance.name(),
                member.condition().label(),
                alive ? process.pid() : "-",
                instance.port(),
                instance.managementPort(),
                alive ? memory(process.pid()) : "-",
                alive ? age(process.started()) : "-",
                member.deaths());
    }

    private static long memory(long pid) {
        return Usage.of(pid).residentMegabytes();
    }

    private static String age(long started) {
        var age = Duration.between(Instant.ofEpochMilli(started), Instant.now());
        return age.toHours() > 0
                ? age.toHours() + "h" + age.toMinutesPart() + "m"
                : age.toMinutes() + "m" + age.toSecondsPart() + "s";
    }
}
