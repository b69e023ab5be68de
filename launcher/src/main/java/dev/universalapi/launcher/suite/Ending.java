package dev.universalapi.launcher.suite;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.process.Guardian;
import dev.universalapi.launcher.process.Supervised;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// The end of a suite: its processes in order, and what they leave for the next start.
///
/// @param children by instance
/// @param launches by part
record Ending(
        Map<String, Supervised> children, Map<String, Caches.Entry> launches, Guardian guardian, Terminal terminal) {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration GRACE_TO_WRITE = Duration.ofMinutes(3);
    private static final int MAKERS = 2;

    /// Ends one wave after the other, all of a wave at once.
    ///
    /// @param writing whether parts without a start-up cache may take their time to write down what they used
    void stop(List<List<Instance>> waves, boolean writing) {
        for (var wave : waves) {
            try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
                wave.stream()
                        .flatMap(instance -> Stream.ofNullable(children.get(instance.name())))
                        .forEach(child -> workers.execute(() -> end(child, writing)));
            }
        }
    }

    private void end(Supervised child, boolean writing) {
        var records = child.program().command().contains("-XX:AOTMode=record");
        if (child.stop(writing && records ? GRACE_TO_WRITE : GRACE)) {
            terminal.say(child.program().name() + " did not end by itself and was killed");
        }
    }

    /// Makes the caches that parts have written down what they need for.
    void makeCaches(Home home) {
        var missing = launches.values().stream().filter(Caches.Entry::recorded).toList();
        if (missing.isEmpty()) {
            return;
        }
        terminal.say("Making Java's start-up caches, once, from what this run used; it takes a minute or so");
        var caches = new Caches(home.caches());
        try (var makers = Executors.newFixedThreadPool(MAKERS)) {
            var work = missing.stream()
                    .map(entry -> makers.submit(() -> make(caches, entry)))
                    .toList();
            for (var one : work) {
                await(one);
            }
        }
    }

    private void make(Caches caches, Caches.Entry entry) {
        var begun = Instant.now();
        try {
            caches.make(entry, guardian);
            terminal.say("  %s, %d s"
                    .formatted(
                            entry.part(), Duration.between(begun, Instant.now()).toSeconds()));
        } catch (LauncherException e) {
            terminal.say("  " + e.getMessage() + "; the next start works without");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new LauncherException("a start-up cache could not be made: " + e.getCause(), e);
        }
    }
}
