package dev.universalapi.launcher.production;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The settings that an installation gives: its environment, then the files in its folder `config`.
///
/// @param environment by the names that Spring Boot reads there, `UNIVERSAL_REDIS_URI`
/// @param written in the files, by their full names
record Settings(Map<String, String> environment, Map<String, String> written) {
    private static final Pattern LINE = Pattern.compile("^( *)([A-Za-z0-9_.-]+):(?: +(.*?))?(?: +#.*)?$");

    Settings {
        environment = Map.copyOf(environment);
        written = Map.copyOf(written);
    }

    static Settings of(Map<String, String> environment, Path config) {
        var written = new LinkedHashMap<String, String>();
        if (Files.isDirectory(config)) {
            try (var files = Files.newDirectoryStream(config, "*.{yml,yaml}")) {
                for (var file : files) {
                    read(file, written);
                }
            } catch (IOException e) {
                throw new LauncherException(config + " cannot be read: " + LauncherException.why(e), e);
            }
        }
        return new Settings(environment, written);
    }

    private record Level(int indent, String name) {}

    private static void read(Path file, Map<String, String> written) throws IOException {
        var levels = new ArrayDeque<Level>();
        for (var text : Files.readAllLines(file)) {
            var line = LINE.matcher(text);
            if (line.matches()) {
                var indent = line.group(1).length();
                while (!levels.isEmpty() && levels.getLast().indent() >= indent) {
                    levels.removeLast();
                }
                var name = (levels.isEmpty() ? "" : levels.getLast().name() + ".") + line.group(2);
                levels.addLast(new Level(indent, name));
                Optional.ofNullable(line.group(3))
                        .filter(value -> !value.isBlank())
                        .ifPresent(value -> written.put(name, value.strip().replaceAll("^[\"']|[\"']$", "")));
            }
        }
    }

    Optional<String> find(String name) {
        var variable = name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(environment.get(variable))
                .or(() -> Optional.ofNullable(written.get(name)))
                .filter(value -> !value.isBlank());
    }
}
