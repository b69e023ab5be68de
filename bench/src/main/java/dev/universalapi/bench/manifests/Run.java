package dev.universalapi.bench.manifests;

import dev.universalapi.bench.manifests.code.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// One process of ours, as a file of Kubernetes or of compose has it run.
///
/// @param where for people
/// @param part the deployable, by the name of its image
/// @param version of its image; empty where none is said
/// @param serves whether it goes on until it is ended, and its ports and probes are all said
/// @param settings its environment
/// @param arguments of its program
/// @param ports that it is said to listen at
/// @param files that are laid before it: single ones, and folders that end with `/`
/// @param probes that it is asked for its health by
public record Run(
        String where,
        String part,
        String version,
        boolean serves,
        Map<String, String> settings,
        List<String> arguments,
        Set<Integer> ports,
        Set<String> files,
        Set<Probe> probes) {
    private static final Pattern IMAGE = Pattern.compile("(?:.*/)?universal-api/([a-z-]+)(?::([^@]*))?(?:@.*)?");
    private static final Pattern FILE = Pattern.compile("(?<![\\w.-])(?:file:(?://)?|configtree:)?(/[\\w./-]+)");

    /// A question for health.
    public record Probe(String path, int port) {}

    public Run {
        settings = Map.copyOf(settings);
        arguments = List.copyOf(arguments);
        ports = Set.copyOf(ports);
        files = Set.copyOf(files);
        probes = Set.copyOf(probes);
    }

    /// The name of a part and its version, where an image is one of ours.
    public static List<String> image(String image) {
        var found = IMAGE.matcher(image);
        return found.matches() ? List.of(found.group(1), found.group(2) == null ? "" : found.group(2)) : List.of();
    }

    /// Under which name discovery knows it.
    public String name() {
        return settings.getOrDefault("SPRING_APPLICATION_NAME", part);
    }

    /// What it is told, by the names of variables: arguments win.
    public Map<String, String> said() {
        var said = new TreeMap<>(settings);
        arguments.stream()
                .filter(argument -> argument.startsWith("--"))
                .map(argument -> (argument + "=").split("=", -1))
                .forEach(pair -> said.put(Settings.variable(pair[0].substring(2)), pair[1]));
        return said;
    }

    /// The files that its settings and arguments name.
    Set<String> named() {
        var named = new TreeSet<String>();
        settings.values().stream()
                .filter(value -> !value.contains("://") || value.startsWith("file:"))
                .forEach(value -> find(value, named));
        settings.values().stream()
                .filter(value -> value.contains("sslrootcert="))
                .forEach(
                        value -> find(value.substring(value.indexOf("sslrootcert=") + "sslrootcert=".length()), named));
        arguments.forEach(argument -> find(argument, named));
        return named;
    }

    private static void find(String value, Set<String> named) {
        var found = FILE.matcher(value);
        while (found.find()) {
            named.add(found.group(1));
        }
    }

    /// Whether a file that is named is laid before it.
    boolean has(String named) {
        return files.contains(named)
                || files.stream().anyMatch(file -> file.endsWith("/") && (named + "/").startsWith(file));
    }
}
