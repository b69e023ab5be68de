package dev.universalapi.launcher.process;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The children that live now, in a file: one line each, `pid started name`. The guardian and the next start read it.
public final class Registry {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private final Path file;
    private final Map<String, Stamp> children = new LinkedHashMap<>();

    public Registry(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /// Notes a child under its name.
    synchronized void add(String name, Stamp stamp) {
        children.put(name, stamp);
        write();
    }

    synchronized void remove(String name) {
        children.remove(name);
        write();
    }

    private void write() {
        var text = children.entrySet().stream()
                .map(child -> child.getValue().pid() + " " + child.getValue().started() + " " + child.getKey() + "\n")
                .collect(Collectors.joining());
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LauncherException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /// Ends what an earlier launcher left behind. How many there were.
    public int endLeftovers() {
        if (!Files.exists(file)) {
            return 0;
        }
        try {
            var ended = 0;
            for (var line : Files.readAllLines(file)) {
                var words = line.strip().split(" ", 3);
                if (words.length == 3 && words[0].matches("\\d{1,18}") && words[1].matches("\\d{1,18}")) {
                    var stamp = new Stamp(Long.parseLong(words[0]), Long.parseLong(words[1]));
                    if (stamp.alive()) {
                        stamp.end(GRACE);
                        ended++;
                    }
                }
            }
            Files.delete(file);
            return ended;
        } catch (IOException e) {
            throw new LauncherException(file + " cannot be read; delete it and start again", e);
        }
    }
}
