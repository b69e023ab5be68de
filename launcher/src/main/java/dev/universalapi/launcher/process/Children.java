package dev.universalapi.launcher.process;

import dev.universalapi.launcher.LauncherException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/// The processes of one launcher, by name. They end with it, however it ends.
public final class Children implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Guardian guardian = Guardian.start();
    private final Map<String, Supervised> children = new ConcurrentHashMap<>();

    /// Starts a program, in the place of the one that had its name before.
    public void launch(Program program, Supervised.Check check, Supervised.Audience audience) {
        var child = new Supervised(program, guardian, check, audience);
        children.put(program.name(), child);
        child.start();
    }

    /// The one of this name, if it was ever started.
    public Optional<Supervised> find(String name) {
        return Optional.ofNullable(children.get(name));
    }

    /// @throws LauncherException if it was never started
    public Supervised get(String name) {
        return find(name).orElseThrow(() -> new LauncherException(name + " has not been started"));
    }

    /// Its process number, which changes when it is restarted; 0 while there is none.
    public long pid(String name) {
        return get(name).stamp().map(Stamp::pid).orElse(0L);
    }

    /// Ends it in order; it is not started again.
    public void stop(String name) {
        get(name).stop(GRACE);
    }

    /// Returns when it is ready.
    ///
    /// @throws LauncherException if it never will be
    public void await(String name) {
        try {
            get(name).firstReady().join();
        } catch (CompletionException e) {
            throw new LauncherException(name + " does not start again: " + e.getCause(), e);
        }
    }

    /// Who ends them when nobody else can.
    public Guardian guardian() {
        return guardian;
    }

    @Override
    public void close() {
        guardian.close();
    }
}
