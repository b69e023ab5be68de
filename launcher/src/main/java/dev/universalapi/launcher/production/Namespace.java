package dev.universalapi.launcher.production;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.cluster.Json;
import dev.universalapi.launcher.cluster.Kubectl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a cluster says of the suite that runs there.
///
/// @param kubectl of its namespace
/// @param all that is in it, but for Secrets
/// @param secrets their names
record Namespace(Kubectl kubectl, List<Json> all, Set<String> secrets) {
    static final String NAME = "app.kubernetes.io/name";
    private static final String TOGETHER = "search-service";
    private static final String APART = "lookup";
    private static final String KINDS =
            "deployments,statefulsets,jobs,pods,services,ingresses.networking.k8s.io,configmaps,"
                    + "horizontalpodautoscalers,poddisruptionbudgets,networkpolicies";
    private static final Set<String> RUNNING = Set.of("Deployment", "StatefulSet");

    Namespace {
        all = List.copyOf(all);
        secrets = Set.copyOf(secrets);
    }

    static Namespace of(Kubectl kubectl) {
        var all = Json.of(kubectl.ask("get", KINDS, "-o", "json")).at("items").items();
        var secrets = kubectl.ask("get", "secrets", "-o", "name")
                .lines()
                .map(line -> line.substring(line.indexOf('/') + 1))
                .collect(Collectors.toSet());
        var namespace = new Namespace(kubectl, all, secrets);
        if (namespace.parts().findAny().isEmpty()) {
            throw new LauncherException(
                    "Nothing of the suite is in namespace %s of context %s; another is chosen with --namespace"
                            .formatted(kubectl.namespace(), kubectl.context()));
        }
        return namespace;
    }

    Stream<Json> kind(String kind) {
        return all.stream().filter(one -> one.text("kind").equals(kind));
    }

    /// What runs for as long as somebody wants it: parts of the suite, and stores that are in the cluster.
    Stream<Json> workloads() {
        return all.stream().filter(one -> RUNNING.contains(one.text("kind")));
    }

    Stream<Json> parts() {
        return workloads().filter(Namespace::isOurs);
    }

    Stream<Json> stores() {
        return workloads().filter(one -> !isOurs(one));
    }

    /// Whether it runs an image of this project.
    static boolean isOurs(Json workload) {
        return containers(workload).anyMatch(one -> one.text("image").matches("(.*/)?universal-api/.*"));
    }

    static String name(Json thing) {
        return thing.text("metadata", "name");
    }

    static Stream<Json> containers(Json workload) {
        var pod = workload.at("spec", "template", "spec");
        return Stream.of("initContainers", "containers").flatMap(kind -> pod.at(kind).items().stream());
    }

    static Map<String, String> labels(Json workload) {
        return texts(workload.at("spec", "template", "metadata", "labels"));
    }

    static Map<String, String> texts(Json fields) {
        return fields.fields().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().text()));
    }

    /// Whether pods of a workload are meant; a selector with expressions is taken to mean nobody.
    static boolean means(Json selector, Json workload) {
        return selector.at("matchExpressions").isEmpty()
                && labels(workload)
                        .entrySet()
                        .containsAll(texts(selector.at("matchLabels")).entrySet());
    }

    Optional<Json> part(String name) {
        return parts().filter(one -> name(one).equals(name)).findFirst();
    }

    /// Who asks providers: search-service, or `lookup` where search runs apart.
    String host() {
        return part(APART).isPresent() ? APART : TOGETHER;
    }

    /// Everything that has to run.
    Stream<String> wanted() {
        return Stream.concat(
                Stream.of("discovery", "config-server", "analytics-service", "auth-service", "gateway"),
                host().equals(APART) ? Stream.of("search", APART) : Stream.of(TOGETHER));
    }

    /// The pods of a workload that run.
    Stream<Json> pods(Json workload) {
        return kind("Pod")
                .filter(pod -> pod.text("status", "phase").equals("Running"))
                .filter(pod -> texts(pod.at("metadata", "labels"))
                        .entrySet()
                        .containsAll(texts(workload.at("spec", "selector", "matchLabels"))
                                .entrySet()));
    }

    /// The variables that the containers of a workload are given, from ConfigMaps too; Secrets are not read.
    Map<String, String> environment(Json workload) {
        var environment = new LinkedHashMap<String, String>();
        containers(workload).forEach(container -> {
            for (var source : container.at("envFrom").items()) {
                kind("ConfigMap")
                        .filter(one -> name(one).equals(source.text("configMapRef", "name")))
                        .forEach(one -> environment.putAll(texts(one.at("data"))));
            }
            for (var one : container.at("env").items()) {
                environment.put(one.text("name"), one.text("value"));
            }
        });
        return environment;
    }

    /// The Secrets that pods cannot be without.
    Set<String> mounted() {
        var mounted = new TreeSet<String>();
        Stream.concat(workloads(), kind("Job"))
                .map(one -> one.at("spec", "template", "spec"))
                .forEach(pod -> sources(pod)
                        .filter(secret -> !secret.text("optional").equals("true"))
                        .map(secret -> secret.text("secretName") + secret.text("name"))
                        .filter(name -> !name.isEmpty())
                        .forEach(mounted::add));
        return mounted;
    }

    private static Stream<Json> sources(Json pod) {
        var volumes = pod.at("volumes").items();
        var projected = volumes.stream().flatMap(volume -> volume.at("projected", "sources").items().stream());
        return Stream.concat(volumes.stream(), projected).map(volume -> volume.at("secret"));
    }
}
