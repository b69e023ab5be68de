package dev.universalapi.host;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.ManifestException;
import dev.universalapi.engine.manifest.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The catalogue as it is now: the house's own, and beside it the operator's providers, whose folder is looked at again
/// and again. A set in which anything is wrong is refused whole, and the last good one stays.
final class CurrentCatalogue implements Supplier<Catalogue>, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentCatalogue.class);
    private static final int DEEPEST = 2;
    private static final int MOST_FILES = 10_000;

    private final Catalogue house;
    private final @Nullable Path folder;
    private final Duration look;
    private volatile Catalogue current;
    private volatile List<String> complaints = List.of();
    private final List<Consumer<Catalogue>> listeners = new ArrayList<>();
    private Map<String, String> seen = Map.of();
    private @Nullable ScheduledExecutorService timer;

    /// @param folder of the operator; null for none
    /// @param look how long to wait before looking again
    CurrentCatalogue(Catalogue house, @Nullable Path folder, Duration look) {
        this.house = house;
        this.folder = folder;
        this.look = look;
        this.current = house;
        look();
    }

    @Override
    public Catalogue get() {
        return current;
    }

    /// Tells somebody of the catalogue, now and whenever another takes its place.
    synchronized void whenever(Consumer<Catalogue> listener) {
        listeners.add(listener);
        listener.accept(current);
    }

    /// How many providers are the operator's.
    int own() {
        return current.providers().size() - house.providers().size();
    }

    /// Whether a provider is the operator's.
    boolean own(Provider provider) {
        return house.provider(provider.id()).isEmpty();
    }

    /// Why the folder as it is now is not in force, a line each; empty if it is.
    List<String> complaints() {
        return complaints;
    }

    /// Looks at the folder and takes what is new in it.
    synchronized void look() {
        if (folder == null) {
            return;
        }
        try {
            var found = files(folder);
            if (!found.equals(seen)) {
                seen = found;
                take(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            refuse(List.of(folder + " cannot be read: " + e.getMessage()));
        }
    }

    private void take(Path from) {
        try {
            current = Files.isDirectory(from) ? house.with(from) : house;
            complaints = List.of();
            listeners.forEach(listener -> listener.accept(current));
            LOG.atInfo().addKeyValue("providers", own()).log("The operator's providers are in force");
        } catch (ManifestException e) {
            refuse(e.errors());
        }
    }

    private void refuse(List<String> why) {
        if (!why.equals(complaints)) {
            complaints = why;
            why.forEach(line -> LOG.atWarn()
                    .addKeyValue("why", line)
                    .log("The operator's providers are not taken, those before stay"));
        }
    }

    private static Map<String, String> files(Path folder) throws IOException {
        var found = new TreeMap<String, String>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.walk(folder, DEEPEST)) {
                for (var file : files.limit(MOST_FILES).toList()) {
                    var size = Files.isRegularFile(file) ? Files.size(file) : -1;
                    found.put(file.toString(), size + " " + Files.getLastModifiedTime(file));
                }
            }
        }
        return found;
    }

    @Override
    public synchronized void start() {
        if (timer == null && folder != null) {
            timer = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("own-providers").factory());
            var _ = timer.scheduleWithFixedDelay(this::look, look.toMillis(), look.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        Optional.ofNullable(timer).ifPresent(ScheduledExecutorService::shutdownNow);
        timer = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
