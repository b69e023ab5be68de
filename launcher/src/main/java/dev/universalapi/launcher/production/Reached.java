package dev.universalapi.launcher.production;

import static dev.universalapi.launcher.production.Namespace.name;

import dev.universalapi.launcher.cluster.Json;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who reaches whom, and what a pod may do.
record Reached(Namespace namespace) {
    private static final String DOOR = "gateway";
    private static final String MANAGEMENT = "management";
    private static final String FIGURES = "8090";
    private static final Set<String> OPEN = Set.of("NodePort", "LoadBalancer");

    /// Nothing but the gateway's own port may be reached from outside.
    Finding ports() {
        var services = namespace.kind("Service").filter(Reached::isOpen).flatMap(Reached::strange);
        var routes = namespace.kind("Ingress").flatMap(Reached::strangeRoutes);
        var pods = namespace.workloads().flatMap(Reached::onNodes);
        return Finding.of(
                Stream.of(services, routes, pods).flatMap(one -> one),
                "nothing but the gateway is reached from outside");
    }

    private static boolean isOpen(Json service) {
        return OPEN.contains(service.text("spec", "type"))
                || !service.at("spec", "externalIPs").isEmpty();
    }

    private static Stream<String> strange(Json service) {
        if (!service.text("spec", "selector", Namespace.NAME).equals(DOOR)) {
            return Stream.of("Service %s is reached from outside: make it a ClusterIP".formatted(name(service)));
        }
        return service.at("spec", "ports").items().stream()
                .filter(Reached::isManagement)
                .map(port -> "Service %s shows the figures at %s: give the door a Service of its own without them"
                        .formatted(name(service), port.text("port")));
    }

    private static boolean isManagement(Json port) {
        return port.text("name").equals(MANAGEMENT)
                || Set.of(MANAGEMENT, FIGURES).contains(port.text("targetPort"));
    }

    private static Stream<String> strangeRoutes(Json ingress) {
        var paths = ingress.at("spec", "rules").items().stream()
                .flatMap(rule -> rule.at("http", "paths").items().stream())
                .map(path -> path.at("backend"));
        return Stream.concat(paths, Stream.of(ingress.at("spec", "defaultBackend")))
                .map(backend -> backend.at("service"))
                .filter(service -> !service.isEmpty())
                .filter(service -> !service.text("name").equals(DOOR)
                        || service.text("port", "name").equals(MANAGEMENT)
                        || service.text("port", "number").equals(FIGURES))
                .map(service -> "Ingress %s leads to %s: lead to gateway:8080 alone"
                        .formatted(name(ingress), service.text("name")));
    }

    private static Stream<String> onNodes(Json workload) {
        var network = workload.text("spec", "template", "spec", "hostNetwork").equals("true");
        var ports = Namespace.containers(workload)
                .flatMap(container -> container.at("ports").items().stream())
                .anyMatch(port -> port.number(0, "hostPort") > 0);
        return network || ports
                ? Stream.of(name(workload) + " listens at its node: take hostNetwork and hostPort away")
                : Stream.of();
    }

    /// Nobody reaches anybody but by what is written for each part; whether this network keeps it, policies do not say.
    Finding network() {
        var policies = namespace.kind("NetworkPolicy").toList();
        var denied = policies.stream().anyMatch(Reached::deniesAll);
        var unguarded = namespace
                .workloads()
                .filter(workload -> policies.stream()
                        .map(policy -> policy.at("spec", "podSelector"))
                        .noneMatch(selector ->
                                !selector.at("matchLabels", Namespace.NAME).isEmpty()
                                        && Namespace.means(selector, workload)))
                .map(workload -> "no policy is of " + name(workload));
        var wide = policies.stream()
                .filter(policy -> policy.at("spec", "ingress").items().stream()
                        .anyMatch(rule -> rule.at("from").isEmpty()))
                .filter(policy -> !policy.text("spec", "podSelector", "matchLabels", Namespace.NAME)
                        .equals(DOOR))
                .map(policy -> "policy %s lets everybody in".formatted(name(policy)));
        return Finding.of(
                Stream.of(
                                denied ? Stream.<String>of() : Stream.of("no policy denies what no other allows"),
                                unguarded,
                                wide)
                        .flatMap(one -> one),
                "denied but for what is written for each part, where this network keeps policies");
    }

    private static boolean deniesAll(Json policy) {
        var spec = policy.at("spec");
        var kinds = spec.at("policyTypes").items().stream().map(Json::text).collect(Collectors.toSet());
        return spec.at("podSelector").isEmpty()
                && kinds.equals(Set.of("Ingress", "Egress"))
                && spec.at("ingress").isEmpty()
                && spec.at("egress").isEmpty();
    }

    /// Whether Kubernetes itself refuses a pod that could do more than it needs.
    Finding restricted() {
        var kubectl = namespace.kubectl();
        var asked = kubectl.in("").run("", "get", "namespace", kubectl.namespace(), "-o", "json");
        if (!asked.isGood()) {
            return Finding.bad(
                    "the namespace cannot be read (%s): does it enforce restricted?".formatted(asked.complaint()));
        }
        var level = Json.of(asked.out()).text("metadata", "labels", "pod-security.kubernetes.io/enforce");
        return level.equals("restricted")
                ? Finding.good("the namespace takes pods of the standard restricted alone")
                : Finding.bad(
                        "the namespace enforces %s: kubectl label namespace %s pod-security.kubernetes.io/enforce=restricted"
                                .formatted(level.isEmpty() ? "nothing" : level, kubectl.namespace()));
    }
}
