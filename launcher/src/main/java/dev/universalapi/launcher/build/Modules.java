package dev.universalapi.launcher.build;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The modules of the project, as its POMs tell: where each is, and what it is made of.
///
/// @param project the folder of the checkout
/// @param folders by artifact
record Modules(Path project, Map<String, Path> folders) {
    private static final String POM = "pom.xml";
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern DEPENDENCY =
            Pattern.compile("<groupId>dev\\.universalapi</groupId>\\s*<artifactId>([^<]+)</artifactId>");
    private static final Pattern RESOURCES = Pattern.compile("<directory>([^<$]+)</directory>");
    private static final Pattern PARENT = Pattern.compile("(?s)<parent>.*?</parent>");

    Modules {
        folders = Map.copyOf(folders);
    }

    static Modules of(Path project) {
        var folders = new LinkedHashMap<String, Path>();
        all(MODULE, text(project.resolve(POM))).forEach(path -> {
            var folder = project.resolve(path);
            folders.put(folder.getFileName().toString(), folder);
        });
        return new Modules(project, folders);
    }

    Path folder(String module) {
        return Optional.ofNullable(folders.get(module))
                .orElseThrow(() -> new LauncherException("there is no module " + module + " in " + project));
    }

    /// Every file and folder that goes into a module's jar, through the modules that it depends on too.
    Set<Path> sources(String module) {
        Set<Path> sources = new LinkedHashSet<>();
        sources.add(project.resolve(POM));
        for (var each : closure(module)) {
            var folder = folder(each);
            sources.add(folder.resolve(POM));
            sources.add(folder.resolve("src/main"));
            all(RESOURCES, text(folder.resolve(POM)))
                    .forEach(path -> sources.add(folder.resolve(path).normalize()));
        }
        return sources;
    }

    private Set<String> closure(String module) {
        Set<String> closure = new LinkedHashSet<>();
        collect(module, closure);
        return closure;
    }

    private void collect(String module, Set<String> closure) {
        if (closure.add(module)) {
            var pom = PARENT.matcher(text(folder(module).resolve(POM))).replaceFirst("");
            all(DEPENDENCY, pom).stream()
                    .filter(other -> !other.equals("testkit") && folders.containsKey(other))
                    .forEach(other -> collect(other, closure));
        }
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LauncherException(file + " cannot be read: is this the whole checkout?", e);
        }
    }
}
