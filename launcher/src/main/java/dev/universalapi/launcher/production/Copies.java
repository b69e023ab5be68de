package dev.universalapi.launcher.production;

import static dev.universalapi.launcher.production.Namespace.name;

import dev.universalapi.launcher.cluster.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether something is left of every part when something of it goes.
record Copies(Namespace namespace) {
    private static final String ZONE = "topology.kubernetes.io/zone";

    Finding replicas() {
        var lost = namespace
                .wanted()
                .filter(part -> namespace.part(part).isEmpty())
                .map(part -> part + " is not there");
        return Finding.of(
                Stream.concat(lost, namespace.parts().flatMap(this::few)), "two or more of everything, all ready");
    }

    private Stream<String> few(Json part) {
        var wanted = part.number(1, "spec", "replicas");
        var ready = part.number(0, "status", "readyReplicas");
        var least = scaler(part)
                .map(scaler -> scaler.number(1, "spec", "minReplicas"))
                .orElse(wanted);
        if (least < 2) {
            return Stream.of("one alone of " + name(part) + ": its end is an outage");
        }
        return ready < wanted ? Stream.of("%s: %d of %d are ready".formatted(name(part), ready, wanted)) : Stream.of();
    }

    private Optional<Json> scaler(Json part) {
        return namespace
                .kind("HorizontalPodAutoscaler")
                .filter(scaler -> scaler.text("spec", "scaleTargetRef", "name").equals(name(part))
                        && scaler.text("spec", "scaleTargetRef", "kind").equals(part.text("kind")))
                .findFirst();
    }

    /// Over nodes, and over zones.
    Finding spread() {
        var asked = namespace.kubectl().in("").run("", "get", "nodes", "-o", "json");
        if (!asked.isGood()) {
            return Finding.bad(
                    "nodes cannot be read (%s): are pods of each part in two zones?".formatted(asked.complaint()));
        }
        var zones = new HashMap<String, String>();
        Json.of(asked.out())
                .at("items")
                .items()
                .forEach(node -> zones.put(name(node), node.text("metadata", "labels", ZONE)));
        if (Set.copyOf(zones.values()).size() < 2) {
            return Finding.bad("all nodes are in one zone: its end is an outage");
        }
        return Finding.of(
                namespace.parts().flatMap(part -> together(part, zones)), "each part on nodes of two zones or more");
    }

    private Stream<String> together(Json part, Map<String, String> zones) {
        var nodes = namespace
                .pods(part)
                .map(pod -> pod.text("spec", "nodeName"))
                .filter(node -> !node.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (nodes.size() < 2) {
            return Stream.of("all of %s on node %s".formatted(name(part), nodes));
        }
        var of =
                nodes.stream().map(node -> zones.getOrDefault(node, "")).collect(Collectors.toCollection(TreeSet::new));
        return of.size() < 2 ? Stream.of("all of %s in zone %s".formatted(name(part), of)) : Stream.of();
    }

    /// How many may be evicted, such as by who drains a node: one at least, and never all.
    Finding budgets() {
        return Finding.of(
                namespace.parts().flatMap(this::budget), "of each part one may be evicted now, and never all");
    }

    private Stream<String> budget(Json part) {
        var budgets = namespace
                .kind("PodDisruptionBudget")
                .filter(budget -> Namespace.means(budget.at("spec", "selector"), part))
                .toList();
        if (budgets.size() != 1) {
            return Stream.of("%s: %d budgets, one is wanted".formatted(name(part), budgets.size()));
        }
        var status = budgets.getFirst().at("status");
        if (status.number(0, "disruptionsAllowed") < 1) {
            return Stream.of("%s: nobody may be evicted, so its nodes cannot be drained".formatted(name(part)));
        }
        return status.number(0, "desiredHealthy") < 1
                ? Stream.of(name(part) + ": all may be evicted at once")
                : Stream.of();
    }

    /// Whether autoscalers know what they go by.
    Finding scaling() {
        return Finding.of(
                        namespace.kind("HorizontalPodAutoscaler").flatMap(Copies::blind),
                        "every autoscaler sees its figures")
                .advising("is there a metrics server? kubectl top pods");
    }

    private static Stream<String> blind(Json scaler) {
        var active = scaler.at("status", "conditions").items().stream()
                .filter(one -> one.text("type").equals("ScalingActive"))
                .findFirst();
        if (active.isPresent() && active.get().text("status").equals("True")) {
            return Stream.of();
        }
        return Stream.of("%s sees no figures (%s)"
                .formatted(name(scaler), active.map(one -> one.text("reason")).orElse("not looked yet")));
    }
}
