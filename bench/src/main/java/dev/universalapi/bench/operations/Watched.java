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
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Whether Prometheus would find every part that tells figures, by the name of the job that alerts go by, and go by the
/// rules that are tested.
final class Watched {
    private static final Pattern JOB = Pattern.compile("\\bjob=\\\\?\"([^\"\\\\]+)");

    private static final YAMLMapper YAML = new YAMLMapper();

    private Watched() {}

    /// The rules that come with an overlay are a copy of those that promtool tries out.
    static Finding rules(Path project, List<Overlay> overlays) throws IOException {
        var groups = new ArrayList<JsonNode>();
        for (var file : files(project)) {
            YAML.readTree(Files.readString(file)).path("groups").forEach(groups::add);
        }
        var watched = overlays.stream()
                .filter(overlay -> overlay.kind("ServiceMonitor").findAny().isPresent())
                .toList();
        var broken = watched.stream()
                .filter(overlay -> !overlay.kind("PrometheusRule")
                        .flatMap(rule -> rule.path("spec").path("groups").valueStream())
                        .toList()
                        .equals(groups))
                .map(overlay -> overlay.name() + " has other rules: observability/operator makes them")
                .toList();
        return new Finding("a Prometheus in the cluster goes by the rules that are tested", watched.size(), broken);
    }

    static Finding look(Path project, List<Overlay> overlays) throws IOException {
        var broken = new ArrayList<String>();
        var monitors = 0;
        for (var overlay : overlays) {
            for (var monitor : overlay.kind("ServiceMonitor").toList()) {
                monitors++;
                look(project, overlay, monitor.path("spec"), broken);
            }
        }
        return new Finding("a Prometheus finds every part, under the name that alerts go by", monitors, broken);
    }

    private static void look(Path project, Overlay overlay, JsonNode spec, List<String> broken) throws IOException {
        var wanted = Overlay.texts(spec.path("selector").path("matchLabels"));
        var ports = spec.path("endpoints")
                .valueStream()
                .map(endpoint -> endpoint.path("port").asString())
                .collect(Collectors.toSet());
        var jobs = new TreeSet<String>();
        var watched = new TreeSet<String>();
        overlay.kind("Service")
                .filter(service -> labels(service).entrySet().containsAll(wanted.entrySet()))
                .filter(service -> service.path("spec")
                        .path("ports")
                        .valueStream()
                        .anyMatch(port -> ports.contains(port.path("name").asString(""))))
                .forEach(service -> {
                    watched.add(Overlay.name(service));
                    jobs.add(labels(service).getOrDefault(spec.path("jobLabel").asString(""), Overlay.name(service)));
                });
        overlay.kind("NetworkPolicy")
                .map(Overlay::name)
                .filter(name -> overlay.workloads()
                        .anyMatch(workload -> Overlay.name(workload).equals(name)))
                .filter(name -> !watched.contains(name))
                .forEach(name -> broken.add(overlay.name() + ": nobody watches " + name));
        var named = jobs(project);
        if (!jobs.equals(named)) {
            broken.add("%s: jobs are called %s, alerts go by %s".formatted(overlay.name(), jobs, named));
        }
    }

    private static Map<String, String> labels(JsonNode service) {
        return Overlay.texts(service.path("metadata").path("labels"));
    }

    private static Set<String> jobs(Path project) throws IOException {
        var jobs = new TreeSet<String>();
        for (var file : files(project)) {
            JOB.matcher(Files.readString(file)).results().forEach(found -> jobs.add(found.group(1)));
        }
        return jobs;
    }

    private static List<Path> files(Path project) throws IOException {
        try (Stream<Path> files = Files.list(project.resolve("observability/rules"))) {
            return files.filter(one -> one.toString().endsWith(".yml")).sorted().toList();
        }
    }
}
