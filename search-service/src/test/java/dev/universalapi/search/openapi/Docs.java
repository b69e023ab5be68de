package dev.universalapi.search.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What stands above a record in its source: what it is, and what its components are.
///
/// @param about the record, in a sentence; empty where nothing is said
/// @param components by name, those of which something is said
record Docs(String about, Map<String, String> components) {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern COMPONENT = Pattern.compile("@param (\\w+) (.*)");

    static Docs of(Class<?> type) {
        var top = type;
        while (top.getEnclosingClass() != null) {
            top = top.getEnclosingClass();
        }
        var file = SOURCES.resolve(top.getName().replace('.', '/') + ".java");
        try {
            return Files.exists(file) ? read(above(Files.readAllLines(file), type)) : new Docs("", Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> above(List<String> lines, Class<?> type) {
        var declared = Pattern.compile(".*\\brecord " + type.getSimpleName() + "\\(.*");
        var docs = new ArrayList<String>();
        for (var line : lines) {
            var text = line.strip();
            if (declared.matcher(text).matches()) {
                return docs;
            }
            if (text.startsWith("///")) {
                docs.add(text.substring("///".length()).strip());
            } else if (!text.startsWith("@")) {
                docs.clear();
            }
        }
        return List.of();
    }

    private static Docs read(List<String> lines) {
        var about = new StringBuilder();
        var components = new LinkedHashMap<String, String>();
        var last = "";
        for (var line : lines) {
            var component = COMPONENT.matcher(line);
            if (component.matches()) {
                last = component.group(1);
                components.put(last, component.group(2));
            } else if (!last.isEmpty()) {
                components.merge(last, line, (one, more) -> (one + " " + more).strip());
            } else {
                about.append(about.isEmpty() ? "" : " ").append(line);
            }
        }
        return new Docs(about.toString().strip(), Map.copyOf(components));
    }
}
