package dev.universalapi.bench.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is measured, by its name in Prometheus, and the labels of each: read from our sources, where Micrometer is told
/// of it by constants, and from a list of what Spring and its libraries measure.
final class Measures {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+) = \"([^\"]+)\"");
    private static final Pattern BUILT = Pattern.compile(
            "\\b(Timer|Gauge|Counter)\\s*\\.builder\\(\\s*(\"?[\\w.]+)" + "(.*?)\\.register\\(", Pattern.DOTALL);
    /// The arguments hold no parenthesis but those of calls, which are not nested.
    private static final Pattern SHORT =
            Pattern.compile("\\.\\s*(counter|gauge|timer)\\(\\s*\"([\\w.]+)\"((?:[^()]|\\([^()]*\\))*)\\)");
    /// A method of the file that builds a gauge by a name it is given.
    private static final Pattern GIVEN = Pattern.compile("\\bgauge\\(\\s*\\w+,\\s*\"([\\w.]+)\"");
    private static final Pattern KEY = Pattern.compile("\"(\\w+)\"\\s*,");
    /// What every figure has: who tells it, and where Prometheus found it.
    private static final Set<String> ALWAYS = Set.of("application", "instance", "job");
    private static final Set<String> HTTP = Set.of("method", "outcome", "status", "uri", "exception", "error");

    private final Map<String, Set<String>> labels = new TreeMap<>();
    private final String buckets;

    private Measures(String buckets) {
        this.buckets = buckets;
        foreign();
    }

    /// @param project the folder of the checkout
    static Measures of(Path project) throws IOException {
        var measures = new Measures(Files.readString(
                project.resolve("libs/platform/src/main/resources/dev/universalapi/platform/defaults.yml")));
        for (var module : MODULE.matcher(Files.readString(project.resolve("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .filter(module -> !module.equals("bench"))
                .toList()) {
            measures.read(project.resolve(module).resolve("src/main/java"));
        }
        return measures;
    }

    /// Nobody measures anything but this.
    static Measures of(String source) {
        var measures = new Measures("[seen.seconds]");
        measures.read(source);
        return measures;
    }

    Map<String, Set<String>> labels() {
        return labels;
    }

    private void foreign() {
        labels.put("up", Set.of("instance", "job"));
        timer("http.server.requests", HTTP);
        for (var gauge : Set.of("", "_active", "_idle", "_pending", "_max", "_min", "_timeout_total")) {
            add("hikaricp_connections" + gauge, Set.of("pool"));
        }
        for (var timed : Set.of("acquire", "usage", "creation")) {
            timer("hikaricp.connections." + timed, Set.of("pool"));
        }
        add("jvm_memory_used_bytes", Set.of("area", "id"));
        add("jvm_gc_overhead", Set.of());
        add("process_cpu_usage", Set.of());
    }

    private void read(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                read(Files.readString(file));
            }
        }
    }

    private void read(String source) {
        if (!source.contains("io.micrometer")) {
            return;
        }
        var constants = new HashMap<String, String>();
        CONSTANT.matcher(source).results().forEach(match -> constants.put(match.group(1), match.group(2)));
        BUILT.matcher(source).results().forEach(match -> {
            var named = match.group(2);
            var keys = keys(match.group(3));
            var unit = match.group(3).contains(".baseUnit(\"seconds\")") ? ".seconds" : "";
            if (named.startsWith("\"")) {
                measure(match.group(1), named.substring(1) + unit, keys);
            } else if (constants.containsKey(named)) {
                measure(match.group(1), constants.get(named) + unit, keys);
            } else {
                GIVEN.matcher(source).results().forEach(given -> measure(match.group(1), given.group(1) + unit, keys));
            }
        });
        SHORT.matcher(source).results().forEach(match -> measure(match.group(1), match.group(2), keys(match.group(3))));
    }

    private static Set<String> keys(String arguments) {
        var keys = new HashSet<String>();
        KEY.matcher(arguments).results().forEach(match -> keys.add(match.group(1)));
        return keys;
    }

    private void measure(String kind, String name, Set<String> keys) {
        switch (kind) {
            case "Timer", "timer" -> timer(name, keys);
            case "Counter", "counter" -> add(name + "_total", keys);
            default -> add(name, keys);
        }
    }

    private void timer(String name, Set<String> keys) {
        for (var part : Set.of("count", "sum", "max")) {
            add(name + "_seconds_" + part, keys);
        }
        if (buckets.contains("[" + name + "]")) {
            var split = new HashSet<>(keys);
            split.add("le");
            add(name + "_seconds_bucket", split);
        }
    }

    private void add(String name, Set<String> keys) {
        var all = labels.computeIfAbsent(name.replace('.', '_'), _ -> new HashSet<>(ALWAYS));
        all.addAll(keys);
    }
}
