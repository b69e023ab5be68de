package dev.universalapi.launcher.process;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/// Ends the children when this process dies, however it dies: a shell at the other end of a pipe that only this process
/// holds open. It is told of every child, and when the pipe closes it ends those that still live: asked first, forced
/// after two seconds. It knows a child by number and time of birth, so it never ends a stranger.
public final class Guardian implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' INT HUP TERM
            born() {
              if [ -r "/proc/$1/stat" ]; then
                { read -r line < "/proc/$1/stat"; } 2>/dev/null || return 0
                set -- ${line##*) }
                echo "${20}"
              elif [ ! -d /proc/self ]; then
                ps -o lstart= -p "$1" 2>/dev/null | tr -s ' ' '_'
              fi
            }
            children=
            while read -r sign pid; do
              kept=
              for child in $children; do [ "${child%%=*}" = "$pid" ] || kept="$kept $child"; done
              children=$kept
              if [ "$sign" = + ]; then
                birth=$(born "$pid")
                [ -z "$birth" ] || children="$children $pid=$birth"
              fi
            done
            living() {
              for child in $children; do
                pid=${child%%=*}
                [ "$(born "$pid")" != "${child#*=}" ] || echo "$pid"
              done
            }
            for pid in $(living); do kill -TERM "$pid" 2>/dev/null; done
            tries=0
            while [ -n "$(living)" ] && [ $tries -lt 6 ]; do
              sleep 0.15
              tries=$((tries + 1))
            done
            for pid in $(living); do kill -KILL "$pid" 2>/dev/null; done
            """;

    private final Set<Long> children = new LinkedHashSet<>();
    private Process shell;
    private boolean closed;

    private Guardian(Process shell) {
        this.shell = shell;
    }

    /// Starts one. It is started again if it dies before it is closed.
    public static Guardian start() {
        var guardian = new Guardian(launch());
        Thread.ofVirtual().name("guardian").start(guardian::stayAlive);
        return guardian;
    }

    private static Process launch() {
        try {
            return new ProcessBuilder("sh", "-c", SCRIPT, "universal-guardian")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new LauncherException("no shell can be started on this machine: " + LauncherException.why(e), e);
        }
    }

    private void stayAlive() {
        try {
            while (true) {
                current().waitFor();
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    shell = launch();
                    children.forEach(child -> tell("+ " + child));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Process current() {
        return shell;
    }

    /// The number of the shell.
    public long pid() {
        return current().pid();
    }

    /// Whether it has ended, and with it whoever was left.
    boolean isGone() {
        return !current().isAlive();
    }

    /// Takes a child under guard.
    public synchronized void watch(long pid) {
        children.add(pid);
        tell("+ " + pid);
    }

    /// Forgets a child that has ended.
    public synchronized void forget(long pid) {
        children.remove(pid);
        tell("- " + pid);
    }

    private void tell(String line) {
        try {
            OutputStream pipe = shell.getOutputStream();
            pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException _) {
            // it has died; the next one is told of everybody
        }
    }

    /// Closes the pipe: the shell ends the children that are left, and itself.
    @Override
    public synchronized void close() {
        closed = true;
        try {
            shell.getOutputStream().close();
        } catch (IOException _) {
            // it has died already
        }
    }
}
