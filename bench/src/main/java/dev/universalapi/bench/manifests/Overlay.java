package dev.universalapi.bench.manifests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// One overlay of `k8s/`, as it would be applied.
///
/// @param name of its folder
/// @param things as Kubernetes would be told them
public record Overlay(String name, List<JsonNode> things) {
    /// The one that others depend on.
    static final String PRODUCTION = "production";

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "Job");

    public Overlay {
        things = List.copyOf(things);
    }

    /// All that there are.
    public static List<Overlay> all(Path project) throws IOException, InterruptedException {
        var overlays = new ArrayList<Overlay>();
        for (var name : List.of("local", PRODUCTION)) {
            overlays.add(
                    of(name, Kustomize.build(project.resolve("k8s/overlays").resolve(name))));
        }
        return overlays;
    }

    static Overlay of(String name, String yaml) throws IOException {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return new Overlay(
                    name,
                    documents.readAll().stream().filter(JsonNode::isObject).toList());
        }
    }

    boolean isProduction() {
        return name.equals(PRODUCTION);
    }

    /// All of one kind.
    public Stream<JsonNode> kind(String kind) {
        return things.stream().filter(thing -> kind(thing).equals(kind));
    }

    /// Whatever has pods.
    public Stream<JsonNode> workloads() {
        return things.stream().filter(thing -> WORKLOADS.contains(kind(thing)));
    }

    /// Workloads that go on until they are ended.
    Stream<JsonNode> serving() {
        return workloads().filter(thing -> !kind(thing).equals("Job"));
    }

    /// What a ConfigMap says; nothing where there is none of that name.
    Map<String, String> settings(String configMap) {
        var settings = new TreeMap<String, String>();
        kind("ConfigMap")
                .filter(thing -> name(thing).equals(configMap))
                .flatMap(thing -> thing.path("data").propertyStream())
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asString("")));
        return settings;
    }

    /// How a thing is called in what people read.
    public String where(JsonNode thing) {
        return "%s: %s %s".formatted(name, kind(thing).toLowerCase(Locale.ROOT), name(thing));
    }

    static String kind(JsonNode thing) {
        return thing.path("kind").asString("");
    }

    /// Of the thing itself.
    public static String name(JsonNode thing) {
        return thing.path("metadata").path("name").asString("");
    }

    /// The part of ours that a workload runs, by the image of its first container; empty if it is none.
    static String part(JsonNode workload) {
        var image =
                Run.image(pod(workload).path("containers").path(0).path("image").asString(""));
        return image.isEmpty() ? "" : image.getFirst();
    }

    /// What each pod of a workload is.
    public static JsonNode pod(JsonNode workload) {
        return workload.path("spec").path("template").path("spec");
    }

    /// Those that run, those that run beside them included.
    public static Stream<JsonNode> containers(JsonNode workload) {
        return Stream.of("initContainers", "containers")
                .flatMap(list -> pod(workload).path(list).valueStream());
    }

    /// Of the pods of a workload.
    public static Map<String, String> labels(JsonNode workload) {
        return texts(workload.path("spec").path("template").path("metadata").path("labels"));
    }

    /// The texts of a map of texts.
    public static Map<String, String> texts(JsonNode map) {
        var texts = new TreeMap<String, String>();
        map.propertyStream()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
        return texts;
    }
}
