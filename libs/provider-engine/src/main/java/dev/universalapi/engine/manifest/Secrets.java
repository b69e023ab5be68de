package dev.universalapi.engine.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The operator's keys by name: a variable of the environment, or a file of that name, one key a line.
public final class Secrets {
    private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final int LONGEST = 8192;
    private static final String STAND_IN = "no-key-needed-in-the-sandbox";

    private record Kept(List<String> values, @Nullable FileTime changed, long lookedAt) {}

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

    /// One text for every name: there is nothing to protect. No answer holds that text by chance, or that would be
    /// taken for a secret in what is shown.
    public static Secrets sandbox() {
        return new Secrets(_ -> STAND_IN, null, InstantSource.system(), true);
    }

    /// Its own name, as `$NAME`, for every name: shows where a secret would stand.
    public static Secrets names() {
        return new Secrets(name -> "$" + name, null, InstantSource.system(), true);
    }

    /// Whether the values are stand-ins.
    public boolean standIn() {
        return sandbox;
    }

    /// The first value now; empty where it is not set. A changed file is seen within a second.
    public Optional<String> find(String name) {
        return all(name).stream().findFirst();
    }

    /// All values now, one a line of the variable or the file; empty where it is not set.
    public List<String> all(String name) {
        var variable = environment.apply(name);
        if (variable != null && !variable.isBlank()) {
            return usable(name, variable);
        }
        if (folder == null) {
            return List.of();
        }
        var now = clock.millis();
        var known = kept.get(name);
        if (known == null || now - known.lookedAt >= LOOK_AGAIN.toMillis() || now < known.lookedAt) {
            known = look(name, folder.resolve(name), known, now);
            kept.put(name, known);
        }
        return known.values;
    }

    /// The credentials that a provider can be asked with now, in the order of the lines. Line by line the values
    /// of all its names belong together; a name with fewer lines repeats its last. Without any that is set,
    /// [Credential#NONE] alone; empty where one that is needed is not set.
    public List<Credential> credentials(Provider provider) {
        if (provider.missing(this).isPresent()) {
            return List.of();
        }
        var columns = new TreeMap<String, List<String>>();
        for (var name : provider.credentialNames()) {
            var values = all(name);
            if (!values.isEmpty()) {
                columns.put(name, values);
            }
        }
        var lines = columns.values().stream().mapToInt(List::size).max().orElse(0);
        return lines == 0
                ? List.of(Credential.NONE)
                : IntStream.range(0, lines)
                        .mapToObj(line -> Credential.of(line(columns, line)))
                        .distinct()
                        .toList();
    }

    private static Map<String, String> line(Map<String, List<String>> columns, int line) {
        var values = new TreeMap<String, String>();
        columns.forEach((name, column) -> values.put(name, column.get(Math.min(line, column.size() - 1))));
        return values;
    }

    private Kept look(String name, Path file, @Nullable Kept before, long now) {
        try {
            if (!Files.isRegularFile(file)) {
                return new Kept(List.of(), null, now);
            }
            var changed = Files.getLastModifiedTime(file);
            if (before != null && changed.equals(before.changed)) {
                return new Kept(before.values, changed, now);
            }
            if (Files.size(file) > LONGEST) {
                LOG.atWarn().addKeyValue("secret", name).log("The file is too long for keys and is not used");
                return new Kept(List.of(), changed, now);
            }
            return new Kept(usable(name, Files.readString(file)), changed, now);
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("secret", name).log("The file cannot be read");
            return new Kept(List.of(), null, now);
        }
    }

    // a control character in a header would let a key write headers of its own
    private static List<String> usable(String name, String text) {
        var usable = new ArrayList<String>();
        for (var line : text.lines().toList()) {
            var value = line.strip();
            if (value.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
                LOG.atWarn().addKeyValue("secret", name).log("A value holds control characters and is not used");
            } else if (!value.isEmpty()) {
                usable.add(value);
            }
        }
        return List.copyOf(usable);
    }
}
