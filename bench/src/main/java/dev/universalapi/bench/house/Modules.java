package dev.universalapi.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The modules of the project, as its POM lists them.
///
/// @param project the folder of the checkout
/// @param folders of the modules, relative to it
record Modules(Path project, List<Path> folders) {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    static Modules of(Path project) throws IOException {
        var listed = MODULE.matcher(Files.readString(project.resolve("pom.xml")))
                .results()
                .map(match -> Path.of(match.group(1)))
                .toList();
        return new Modules(project, listed);
    }

    /// The file of that name in each module that has it, by the module's name.
    Map<String, Path> having(String file) {
        var found = new TreeMap<String, Path>();
        for (var folder : folders) {
            var wanted = project.resolve(folder).resolve(file);
            if (Files.exists(wanted)) {
                found.put(String.valueOf(folder.getFileName()), wanted);
            }
        }
        return found;
    }
}
