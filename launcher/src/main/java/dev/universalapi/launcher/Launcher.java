package dev.universalapi.launcher;

import dev.universalapi.launcher.cluster.Deploy;
import dev.universalapi.launcher.cluster.Rollback;
import dev.universalapi.launcher.command.Backup;
import dev.universalapi.launcher.command.Builds;
import dev.universalapi.launcher.command.Command;
import dev.universalapi.launcher.command.DeadLetters;
import dev.universalapi.launcher.command.Doctor;
import dev.universalapi.launcher.command.Down;
import dev.universalapi.launcher.command.Logs;
import dev.universalapi.launcher.command.Restore;
import dev.universalapi.launcher.command.Status;
import dev.universalapi.launcher.command.Tests;
import dev.universalapi.launcher.command.Up;
import dev.universalapi.launcher.image.Images;
import dev.universalapi.launcher.image.Secrets;
import dev.universalapi.launcher.master.RotateMaster;
import java.util.List;
import java.util.Map;

/// Carries out one command of `./universal`.
public final class Launcher {
    private static final Map<String, Command> COMMANDS = Map.ofEntries(
            Map.entry("up", new Up()),
            Map.entry("down", new Down()),
            Map.entry("status", new Status()),
            Map.entry("logs", new Logs()),
            Map.entry("build", new Builds()),
            Map.entry("test", new Tests()),
            Map.entry("dead-letters", new DeadLetters()),
            Map.entry("rotate-master", new RotateMaster()),
            Map.entry("backup", new Backup()),
            Map.entry("restore", new Restore()),
            Map.entry("images", new Images()),
            Map.entry("secrets", new Secrets()),
            Map.entry("deploy", new Deploy()),
            Map.entry("rollback", new Rollback()),
            Map.entry("doctor", new Doctor()));
    private static final int MISUSED = 2;

    private Launcher() {}

    static void main(String[] typed) {
        Runtime.getRuntime().exit(run(List.of(typed), Terminal.standard()));
    }

    /// The exit code: 0 when done, 1 when not, 2 when there is no such command.
    static int run(List<String> typed, Terminal terminal) {
        var command = typed.isEmpty() ? null : COMMANDS.get(typed.getFirst());
        if (command == null) {
            terminal.say("There is no such command; ./universal help lists them.");
            return MISUSED;
        }
        try {
            return command.run(typed.subList(1, typed.size()), terminal);
        } catch (LauncherException e) {
            terminal.keep();
            terminal.say(String.valueOf(e.getMessage()));
            return 1;
        }
    }
}
