package dev.universalapi.launcher.process;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ends the children when the launcher dies, however it dies: a shell that reads a pipe which only the launcher holds
/// open, and ends everyone in the registry when the pipe closes.
public final class Guardian implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' INT HUP TERM
            while read -r _; do :; done
            [ -f "$1" ] || exit 0
            while read -r pid rest; do kill -TERM "$pid" 2>/dev/null; done < "$1"
            tries=0
            while [ $tries -lt 20 ]; do
              alive=
              while read -r pid rest; do kill -0 "$pid" 2>/dev/null && alive=1; done < "$1"
              [ -n "$alive" ] || break
              sleep 0.1
              tries=$((tries + 1))
            done
            while read -r pid rest; do kill -KILL "$pid" 2>/dev/null; done < "$1"
            """;

    private final Path registry;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Process shell;

    private Guardian(Path registry, Process shell) {
        this.registry = registry;
        this.shell = shell;
    }

    /// Watches over the children in the registry's file until closed.
    public static Guardian over(Registry registry) {
        var guardian = new Guardian(registry.file(), start(registry.file()));
        Thread.ofVirtual().name("guardian").start(guardian::keepAlive);
        return guardian;
    }

    private static Process start(Path registry) {
        try {
            return new ProcessBuilder("sh", "-c", SCRIPT, "guardian", registry.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new LauncherException("No shell can be started on this machine: " + e.getMessage(), e);
        }
    }

    private void keepAlive() {
        try {
            while (!closed.get()) {
                shell.waitFor();
                if (!closed.get()) {
                    shell = start(registry);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Dismisses it: the children are the caller's to end.
    @Override
    public void close() {
        closed.set(true);
        shell.destroyForcibly();
    }
}
