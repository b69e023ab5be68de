package dev.universalapi.bench.operations;

import dev.universalapi.bench.manifests.Finding;
import dev.universalapi.bench.manifests.Overlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Whether the page for people tells of every Secret that pods read, with its files, and of no other.
final class Explained {
    private static final String TITLE = "### What is secret";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w-]+)` \\| ([^|]*) \\|");
    private static final Pattern FILE = Pattern.compile("`([^`]+)`");

    private Explained() {}

    static Finding look(Path project, List<Overlay> overlays) throws IOException {
        var mounted = new TreeMap<String, Set<String>>();
        overlays.forEach(overlay -> overlay.workloads()
                .forEach(workload -> Overlay.pod(workload)
                        .path("volumes")
                        .valueStream()
                        .flatMap(volume -> Stream.concat(
                                Stream.of(volume),
                                volume.path("projected").path("sources").valueStream()))
                        .map(source -> source.path("secret"))
                        .filter(JsonNode::isObject)
                        .forEach(secret -> keys(secret)
                                .forEach(key -> mounted.computeIfAbsent(
                                                secret.path("secretName")
                                                        .asString(secret.path("name")
                                                                .asString("")),
                                                _ -> new TreeSet<>())
                                        .add(key)))));
        mounted.values().forEach(keys -> keys.remove(""));
        var told = told(Files.readString(project.resolve("docs/operations.md")));
        return new Finding(
                "docs/operations.md tells of every Secret and its files, and of no other",
                mounted.size(),
                different(mounted, told));
    }

    private static Stream<String> keys(JsonNode secret) {
        return secret.has("items")
                ? secret.path("items")
                        .valueStream()
                        .map(item -> item.path("key").asString())
                : Stream.of("");
    }

    private static Map<String, Set<String>> told(String page) {
        var told = new TreeMap<String, Set<String>>();
        var from = page.indexOf(TITLE);
        if (from >= 0) {
            var end = page.indexOf("\n#", from + 1);
            ROW.matcher(page.substring(from, end < 0 ? page.length() : end))
                    .results()
                    .forEach(row -> {
                        var files = new TreeSet<String>();
                        FILE.matcher(row.group(2)).results().forEach(file -> files.add(file.group(1)));
                        told.put(row.group(1), files);
                    });
        }
        return told;
    }

    private static List<String> different(Map<String, Set<String>> mounted, Map<String, Set<String>> told) {
        var different = new ArrayList<String>();
        mounted.forEach((name, keys) -> {
            if (!told.containsKey(name)) {
                different.add("nobody is told of " + name);
                return;
            }
            var said = told.getOrDefault(name, Set.of());
            if (!keys.isEmpty() && !said.equals(keys)) {
                different.add("%s has %s, and the page tells of %s".formatted(name, keys, said));
            }
        });
        told.keySet().stream()
                .filter(name -> !mounted.containsKey(name))
                .forEach(name -> different.add("the page tells of %s, which nobody reads".formatted(name)));
        return different;
    }
}
