package dev.universalapi.launcher.command;

import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.build.Maven;
import dev.universalapi.launcher.build.TestTotals;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Builds everything, runs every test and gate, and counts them. What is typed after it is passed on to Maven.
public final class Tests implements Command {
    /// Modules at a time: the tests of one keep little more than half of two cores busy.
    private static final String SIDE_BY_SIDE = "2";

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var arguments = new ArrayList<>(typed);
        arguments.addAll(List.of("-T", SIDE_BY_SIDE, "verify"));
        terminal.say("Building and testing everything");
        var outcome = new Maven(Command.project()).run(arguments, terminal::say);
        if (outcome.code() != 0) {
            outcome.errors().forEach(terminal::say);
        }
        terminal.say("%s after %d s; all that Maven said is in %s"
                .formatted(
                        outcome.code() == 0 ? "The build holds" : "The build FAILED",
                        Duration.between(begun, Instant.now()).toSeconds(),
                        outcome.log()));
        terminal.say(TestTotals.since(begun, Command.project()).toString());
        return outcome.code();
    }
}
