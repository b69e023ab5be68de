package dev.universalapi.launcher.process;

import dev.universalapi.launcher.LauncherException;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a child runs.
///
/// @param name as people call it
/// @param command program and arguments
/// @param environment beside the launcher's own
/// @param log what it prints is appended there
/// @param signal what asks it to end, `TERM` for most
public record Program(String name, List<String> command, Map<String, String> environment, Path log, String signal) {
    /// What most end by.
    public static final String USUAL = "TERM";

    /// Ctrl-C reaches the whole group of processes at once; the launcher alone decides who ends when.
    private static final String SHIELD = "trap '' INT HUP; exec \"$@\"";

    /// One that ends by the usual signal.
    public Program(String name, List<String> command, Map<String, String> environment, Path log) {
        this(name, command, environment, log, USUAL);
    }

    /// Asks a process of it to end.
    void ask(ProcessHandle process) {
        if (signal.equals(USUAL)) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        } catch (IOException _) {
            process.destroy();
        }
    }

    /// Starts it, deaf to Ctrl-C and to the closing of its terminal.
    public Process launch() {
        var shielded = new ArrayList<>(List.of("sh", "-c", SHIELD, name));
        shielded.addAll(command);
        var builder = new ProcessBuilder(shielded)
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new LauncherException(name + " cannot be started: " + LauncherException.why(e), e);
        }
    }
}
