package dev.universalapi.launcher.cache;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.process.Guardian;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Makes the caches that parts have written down what they need for, a few at a time, and tells of each.
public record CacheMaker(Caches caches, Guardian guardian, Terminal terminal) {
    private static final int MAKERS = 2;

    /// Makes those that are missing.
    ///
    /// @param launches of all parts
    public void make(Collection<Caches.Entry> launches) {
        var missing = launches.stream().filter(Caches.Entry::recorded).toList();
        if (missing.isEmpty()) {
            return;
        }
        terminal.say("Making Java's start-up caches, once, from what this run used; it takes a minute or so");
        try (var makers = Executors.newFixedThreadPool(MAKERS)) {
            var work = missing.stream()
                    .map(entry -> makers.submit(() -> make(entry)))
                    .toList();
            for (var one : work) {
                await(one);
            }
        }
    }

    private void make(Caches.Entry entry) {
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
