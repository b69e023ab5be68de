package dev.universalapi.bench.manifests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What runs in the pods of an overlay.
record Pods(Overlay overlay) {
    private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");

    List<Run> runs() {
        var runs = new ArrayList<Run>();
        overlay.workloads()
                .forEach(workload -> Overlay.containers(workload).forEach(container -> {
                    var image = Run.image(container.path("image").asString(""));
                    if (!image.isEmpty()) {
                        runs.add(run(workload, container, image));
                    }
                }));
        return runs;
    }

    /// The first of a workload's containers; empty if it is none of ours.
    Optional<Run> first(JsonNode workload) {
        var container = Overlay.pod(workload).path("containers").path(0);
        var image = Run.image(container.path("image").asString(""));
        return image.isEmpty() ? Optional.empty() : Optional.of(run(workload, container, image));
    }

    private Run run(JsonNode workload, JsonNode container, List<String> image) {
        var ports = ports(container);
        return new Run(
                overlay.where(workload) + ", " + container.path("name").asString(),
                image.getFirst(),
                image.getLast(),
                !Overlay.kind(workload).equals("Job"),
                settings(container),
                container.path("args").valueStream().map(JsonNode::asString).toList(),
                Set.copyOf(ports.values()),
                files(Overlay.pod(workload), container),
                PROBES.stream()
                        .map(probe -> container.path(probe).path("httpGet"))
                        .filter(JsonNode::isObject)
                        .map(get -> new Run.Probe(get.path("path").asString(), number(get.path("port"), ports)))
                        .collect(Collectors.toSet()));
    }

    static Map<String, Integer> ports(JsonNode container) {
        var ports = new TreeMap<String, Integer>();
        container
                .path("ports")
                .forEach(port -> ports.put(
                        port.path("name").asString(port.path("containerPort").toString()),
                        port.path("containerPort").asInt()));
        return ports;
    }

    private static int number(JsonNode port, Map<String, Integer> names) {
        return port.isNumber() ? port.asInt() : names.getOrDefault(port.asString(), 0);
    }

    Map<String, String> settings(JsonNode container) {
        var settings = new HashMap<String, String>();
        container
                .path("envFrom")
                .forEach(from -> settings.putAll(
                        overlay.settings(from.path("configMapRef").path("name").asString(""))));
        container
                .path("env")
                .forEach(variable -> settings.put(
                        variable.path("name").asString(), variable.path("value").asString("")));
        return settings;
    }

    private static Set<String> files(JsonNode pod, JsonNode container) {
        var files = new TreeSet<String>();
        container.path("volumeMounts").forEach(mount -> {
            var at = mount.path("mountPath").asString();
            pod.path("volumes")
                    .valueStream()
                    .filter(volume -> volume.path("name").equals(mount.path("name")))
                    .flatMap(Pods::inside)
                    .forEach(file -> files.add(at + "/" + file));
        });
        return files;
    }

    /// The files of a volume; an empty name is a folder of which nobody knows what is in it.
    private static Stream<String> inside(JsonNode volume) {
        return Stream.concat(
                        Stream.of(volume),
                        volume.path("projected").path("sources").valueStream())
                .flatMap(source -> Stream.concat(paths(source.path("secret")), paths(source.path("configMap"))));
    }

    private static Stream<String> paths(JsonNode kept) {
        if (!kept.isObject()) {
            return Stream.empty();
        }
        return kept.has("items")
                ? kept.path("items").valueStream().map(item -> item.path("path").asString())
                : Stream.of("");
    }
}
