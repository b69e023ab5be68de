package dev.universalapi.launcher.process;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// One process of the suite. Until it is stopped, its death is told and it is started again after a growing pause.
public final class Child {
    /// Ctrl-C reaches the whole group of processes at once; the launcher alone decides who ends when.
    private static final String SHIELD = "trap '' INT HUP; exec \"$@\"";

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final Registry registry;
    private final Consumer<String> news;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger restarts = new AtomicInteger();
    private volatile Process process;
    private volatile Instant started = Instant.now();

    /// @param name unique in the suite
    /// @param command program and arguments
    /// @param environment beside the launcher's own
    record Description(String name, List<String> command, Map<String, String> environment) {}

    private Child(Description description, Path log, Registry registry, Consumer<String> news) {
        this.name = description.name();
        this.command = description.command();
        this.environment = description.environment();
        this.log = log;
        this.registry = registry;
        this.news = news;
        this.process = launch();
    }

    /// Starts it.
    ///
    /// @param log what it prints is appended there
    /// @param news is told of deaths and restarts, a sentence each
    public static Child start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            Registry registry,
            Consumer<String> news) {
        var child = new Child(new Description(name, command, environment), log, registry, news);
        Thread.ofVirtual().name("watch " + name).start(child::watch);
        return child;
    }

    private Process launch() {
        var shielded = new ArrayList<>(List.of("sh", "-c", SHIELD, name));
        shielded.addAll(command);
        var builder = new ProcessBuilder(shielded)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            var launched = builder.start();
            registry.add(name, Stamp.of(launched.toHandle()));
            return launched;
        } catch (IOException e) {
            throw new LauncherException(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    private void watch() {
        var pauses = new Pauses();
        try {
            while (true) {
                var code = process.waitFor();
                if (stopping.getCount() == 0) {
                    return;
                }
                var pause = pauses.after(started, Instant.now());
                news.accept("%s ended with code %d; it is started again in %d s. Its log: %s"
                        .formatted(name, code, pause.toSeconds(), log));
                if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                restart();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (LauncherException e) {
            news.accept(e.getMessage());
        }
    }

    private synchronized void restart() {
        if (stopping.getCount() > 0) {
            process = launch();
            started = Instant.now();
            restarts.incrementAndGet();
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// How often it was started again.
    public int restarts() {
        return restarts.get();
    }

    /// When the present process began.
    public Instant started() {
        return started;
    }

    /// Kills it as the system's memory guard would; it is started again.
    public void kill() {
        process.destroyForcibly();
    }

    /// Asks it to end and ends it after the grace; it is not started again. True if it had to be forced.
    public synchronized boolean stop(Duration grace) {
        stopping.countDown();
        var forced = Stamp.of(process.toHandle()).end(grace);
        registry.remove(name);
        return forced;
    }
}
