package dev.universalapi.launcher.master;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.command.Command;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.home.RunLock;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.identity.MasterKeys;
import dev.universalapi.launcher.operator.Operator;
import dev.universalapi.launcher.suite.State;
import dev.universalapi.launcher.suite.Suite;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Makes a new master key and has everything that organisations brought sealed under it, while the suite runs.
public final class RotateMaster implements Command {
    private static final String DROP = "--drop-old";
    private static final String AUTH = "auth-service";

    /// Longer than a transaction lasts: what is sealed when the key changes is written by then.
    private static final Duration SETTLE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Duration settle;
    private final Duration pause;

    public RotateMaster() {
        this(SETTLE, PAUSE);
    }

    RotateMaster(Duration settle, Duration pause) {
        this.settle = settle;
        this.pause = pause;
    }

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var arguments = Arguments.parse(typed, Set.of(DROP), Set.of(HOME));
        if (!arguments.words().isEmpty()) {
            throw new LauncherException("rotate-master takes no word, was " + arguments.words());
        }
        var home = Command.home(arguments);
        var state = running(home);
        var sealing = new Sealing(Operator.of(home, state), replicas(state), pause);
        var masters = new MasterKeys(new Identity(home.identity()).masterKeys());
        try (var _ = RunLock.take(home.run().resolve("rotate-master.lock"), "another rotate-master is at work")) {
            return new Change(masters, sealing, settle, terminal).run(arguments.has(DROP));
        }
    }

    private static State running(Home home) {
        var state = State.running(Suite.stateFile(home))
                .orElseThrow(() -> new LauncherException(
                        "Nothing runs, and only auth-service seals anew: ./universal up --detach, then this again"));
        if (!state.ready()) {
            throw new LauncherException("The suite is not ready; when ./universal status says that it is, this again");
        }
        return state;
    }

    private static int replicas(State state) {
        var count = state.instances().stream()
                .filter(instance -> instance.part().equals(AUTH))
                .count();
        if (count == 0) {
            throw new LauncherException(
                    "auth-service does not run here, and only it seals anew: it needs PostgreSQL and Kafka, so ./universal up without --without");
        }
        return (int) count;
    }
}
