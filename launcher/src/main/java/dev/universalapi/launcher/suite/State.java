package dev.universalapi.launcher.suite;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.process.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// What runs, as a file that other commands read.
///
/// @param launcher who supervises it
/// @param ready whether all parts were ready once
/// @param pids of the instances, in their order
public record State(Stamp launcher, Mode mode, String why, boolean ready, List<Instance> instances, List<Long> pids) {
    private static final String LAUNCHER = "launcher";

    /// The state of the suite that runs from this home, if one does.
    public static Optional<State> running(Path file) {
        return read(file).filter(state -> state.launcher().alive());
    }

    private static Optional<State> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(parse(properties));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty(); // a damaged file tells nothing, and the next start writes it anew
        }
    }

    private static State parse(Properties properties) {
        var instances = new ArrayList<Instance>();
        var pids = new ArrayList<Long>();
        for (var i = 0; properties.containsKey("instance." + i); i++) {
            var words = required(properties, "instance." + i).split(" ", -1);
            if (words.length != 5) {
                throw new IllegalArgumentException("instance " + i);
            }
            instances.add(new Instance(words[0], words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3])));
            pids.add(Long.parseLong(words[4]));
        }
        var launcher = required(properties, LAUNCHER).split(" ", 2);
        return new State(
                new Stamp(Long.parseLong(launcher[0]), Long.parseLong(launcher[1])),
                Mode.valueOf(required(properties, "mode")),
                required(properties, "why"),
                Boolean.parseBoolean(required(properties, "ready")),
                List.copyOf(instances),
                List.copyOf(pids));
    }

    private static String required(Properties properties, String name) {
        var value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    /// Replaces the file in one step.
    void write(Path file) {
        var properties = new Properties();
        properties.setProperty(LAUNCHER, launcher.pid() + " " + launcher.started());
        properties.setProperty("mode", mode.name());
        properties.setProperty("why", why);
        properties.setProperty("ready", String.valueOf(ready));
        for (var i = 0; i < instances.size(); i++) {
            var one = instances.get(i);
            properties.setProperty(
                    "instance." + i,
                    "%s %s %d %d %d".formatted(one.name(), one.part(), one.port(), one.managementPort(), pids.get(i)));
        }
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            try (var writer = Files.newBufferedWriter(fresh)) {
                properties.store(writer, "what runs; written by the launcher");
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LauncherException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /// The gateway's instance.
    public Instance gateway() {
        return instances.stream()
                .filter(instance -> instance.part().equals(Part.GATEWAY))
                .findFirst()
                .orElseThrow();
    }
}
