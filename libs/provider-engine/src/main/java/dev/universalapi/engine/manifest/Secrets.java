package dev.universalapi.engine.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The operator's keys by name: a variable of the environment, or the first line of a file of that name.
public final class Secrets {
    private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final int LONGEST = 8192;

    private record Kept(@Nullable String value, @Nullable FileTime changed, long lookedAt) {}

    private final Function<String, @Nullable String> environment;
    private final @Nullable Path folder;
    private final InstantSource clock;
    private final boolean sandbox;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private Secrets(
            Function<String, @Nullable String> environment,
            @Nullable Path folder,
            InstantSource clock,
            boolean sandbox) {
        this.environment = environment;
        this.folder = folder;
        this.clock = clock;
        this.sandbox = sandbox;
    }

    /// From the environment of the process, then from a folder.
    public static Secrets of(@Nullable Path folder) {
        return new Secrets(System::getenv, folder, InstantSource.system(), false);
    }

    static Secrets of(Map<String, String> environment, @Nullable Path folder, InstantSource clock) {
        return new Secrets(environment::get, folder, clock, false);
    }

    /// The text `sandbox` for every name: there is nothing to protect.
    public static Secrets sandbox() {
        return new Secrets(_ -> "sandbox", null, InstantSource.system(), true);
    }

    /// Its own name, as `$NAME`, for every name: shows where a secret would stand.
    public static Secrets names() {
        return new Secrets(name -> "$" + name, null, InstantSource.system(), true);
    }

    /// Whether the values are stand-ins.
    public boolean standIn() {
        return sandbox;
    }

    /// The value now; empty where it is not set. A changed file is seen within a second.
    public Optional<String> find(String name) {
        var variable = environment.apply(name);
        if (variable != null && !variable.isBlank()) {
            return usable(name, variable);
        }
        if (folder == null) {
            return Optional.empty();
        }
        var now = clock.millis();
        var known = kept.get(name);
        if (known == null || now - known.lookedAt >= LOOK_AGAIN.toMillis() || now < known.lookedAt) {
            known = look(name, folder.resolve(name), known, now);
            kept.put(name, known);
        }
        return Optional.ofNullable(known.value);
    }

    private Kept look(String name, Path file, @Nullable Kept before, long now) {
        try {
            if (!Files.isRegularFile(file)) {
                return new Kept(null, null, now);
            }
            var changed = Files.getLastModifiedTime(file);
            if (before != null && changed.equals(before.changed)) {
                return new Kept(before.value, changed, now);
            }
            if (Files.size(file) > LONGEST) {
                LOG.atWarn().addKeyValue("secret", name).log("The file is too long for a key and is not used");
                return new Kept(null, changed, now);
            }
            var lines = Files.readString(file).strip().lines().toList();
            var value = lines.isEmpty() ? "" : lines.getFirst().strip();
            return new Kept(usable(name, value).orElse(null), changed, now);
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("secret", name).log("The file cannot be read");
            return new Kept(null, null, now);
        }
    }

    /// A line break in a header would let a key write headers of its own.
    private static Optional<String> usable(String name, String value) {
        var line = value.strip();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        if (line.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            LOG.atWarn().addKeyValue("secret", name).log("The value holds control characters and is not used");
            return Optional.empty();
        }
        return Optional.of(line);
    }
}
