package dev.universalapi.bench.manifests;

import dev.universalapi.bench.manifests.code.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// How many there are of each part, how few there may be, and where: whether autoscalers, budgets, Services and
/// deployments speak of the same pods, and leave something to serve.
record Elastic(Code code, Overlay overlay) {
    private static final String ZONE = "topology.kubernetes.io/zone";

    List<Finding> findings() {
        return Stream.of(scalers(), budgets(), services(), spread()).toList();
    }

    private Finding finding(String promise, int tried, List<String> broken) {
        return new Finding(overlay.name() + ": " + promise, tried, broken);
    }

    private Optional<JsonNode> workload(String name) {
        return overlay.serving()
                .filter(thing -> Overlay.name(thing).equals(name))
                .findFirst();
    }

    private Finding scalers() {
        var broken = new ArrayList<String>();
        var scalers = overlay.kind("HorizontalPodAutoscaler").toList();
        for (var scaler : scalers) {
            var where = overlay.where(scaler);
            var spec = scaler.path("spec");
            var target = workload(spec.path("scaleTargetRef").path("name").asString(""));
            if (target.isEmpty()) {
                broken.add(where + ": scales nothing");
                continue;
            }
            if (target.get().path("spec").has("replicas")) {
                broken.add(where + ": the deployment says how many as well, and each apply would take that");
            }
            if (spec.path("minReplicas").asInt(1) < fewest()
                    || spec.path("maxReplicas").asInt()
                            <= spec.path("minReplicas").asInt(1)) {
                broken.add("%s: from %s to %s".formatted(where, spec.path("minReplicas"), spec.path("maxReplicas")));
            }
            var containers = Overlay.containers(target.get())
                    .map(container -> container.path("name").asString())
                    .collect(Collectors.toSet());
            spec.path("metrics")
                    .valueStream()
                    .map(metric ->
                            metric.path("containerResource").path("container").asString(""))
                    .filter(container -> !containers.contains(container))
                    .forEach(container -> broken.add(where + ": there is no container " + container));
        }
        var scaled = scalers.stream().map(Overlay::name).collect(Collectors.toSet());
        overlay.serving()
                .filter(Elastic::scales)
                .filter(workload -> !scaled.contains(Overlay.name(workload)))
                .forEach(workload -> broken.add(overlay.where(workload) + ": nothing scales it"));
        return finding("every part that scales is scaled, between bounds that make sense", scalers.size(), broken);
    }

    private static boolean scales(JsonNode workload) {
        var part = Overlay.part(workload);
        return part.endsWith("-service") || part.equals(Code.GATEWAY);
    }

    private int fewest() {
        return overlay.isProduction() ? 2 : 1;
    }

    /// How few of it there are at any time that nobody is drained.
    private int replicas(JsonNode workload) {
        return overlay.kind("HorizontalPodAutoscaler")
                .filter(scaler -> scaler.path("spec")
                        .path("scaleTargetRef")
                        .path("name")
                        .equals(workload.path("metadata").path("name")))
                .map(scaler -> scaler.path("spec").path("minReplicas").asInt(1))
                .findFirst()
                .orElseGet(() -> workload.path("spec").path("replicas").asInt(1));
    }

    private Finding budgets() {
        var broken = new ArrayList<String>();
        var budgets = overlay.kind("PodDisruptionBudget").toList();
        var ours = overlay.serving()
                .filter(workload -> code.parts().contains(Overlay.part(workload)))
                .toList();
        for (var workload : ours) {
            var labels = Overlay.labels(workload);
            var own = budgets.stream()
                    .filter(budget -> Policies.selects(budget.path("spec").path("selector"), labels))
                    .toList();
            if (own.size() != 1) {
                broken.add("%s: has %d budgets".formatted(overlay.where(workload), own.size()));
                continue;
            }
            var spec = own.getFirst().path("spec");
            var replicas = replicas(workload);
            if (replicas < fewest()) {
                broken.add(overlay.where(workload) + ": one alone, and its end is an outage");
            }
            var free = spec.has("maxUnavailable")
                    ? spec.path("maxUnavailable").asInt()
                    : replicas - spec.path("minAvailable").asInt();
            if (free < 1 || overlay.isProduction() && free >= replicas) {
                broken.add("%s: of %d, %d may go at once".formatted(overlay.where(workload), replicas, free));
            }
            var strategy = workload.path("spec").path("strategy").path("rollingUpdate");
            if (Overlay.kind(workload).equals("Deployment")
                    && strategy.path("maxUnavailable").asInt(1) != 0) {
                broken.add(overlay.where(workload) + ": a rollout takes one away before there is another");
            }
        }
        if (budgets.size() != ours.size()) {
            broken.add("%s: %d budgets for %d parts".formatted(overlay.name(), budgets.size(), ours.size()));
        }
        return finding("every part has one budget, that lets one go and keeps one", ours.size(), broken);
    }

    private Finding services() {
        var broken = new ArrayList<String>();
        var services = overlay.kind("Service").toList();
        for (var service : services) {
            var selected = overlay.workloads()
                    .filter(workload -> selects(service, Overlay.labels(workload)))
                    .toList();
            if (selected.size() != 1) {
                broken.add("%s: leads to %d workloads".formatted(overlay.where(service), selected.size()));
                continue;
            }
            var ports = Overlay.containers(selected.getFirst())
                    .flatMap(container -> Pods.ports(container).entrySet().stream())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            service.path("spec")
                    .path("ports")
                    .valueStream()
                    .filter(port -> !leads(port, ports))
                    .forEach(port -> broken.add("%s: nobody listens at %s".formatted(overlay.where(service), port)));
        }
        return finding("every Service leads to one part, at ports that it has", services.size(), broken);
    }

    /// By name to that number, or to the same number.
    private static boolean leads(JsonNode port, Map<String, Integer> ports) {
        var number = port.path("port").asInt();
        return port.has("targetPort")
                ? ports.getOrDefault(port.path("targetPort").asString(), 0) == number
                : ports.containsValue(number);
    }

    private static boolean selects(JsonNode service, Map<String, String> labels) {
        return Overlay.texts(service.path("spec").path("selector")).entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(labels.get(entry.getKey())));
    }

    private Finding spread() {
        var broken = new ArrayList<String>();
        var tried = 0;
        for (var workload : overlay.serving()
                .filter(one -> code.parts().contains(Overlay.part(one)))
                .toList()) {
            tried++;
            var keys = new TreeSet<String>();
            for (var constraint : Overlay.pod(workload).path("topologySpreadConstraints")) {
                keys.add(constraint.path("topologyKey").asString());
                if (!Policies.selects(constraint.path("labelSelector"), Overlay.labels(workload))) {
                    broken.add(overlay.where(workload) + ": is spread among pods that are not its own");
                }
            }
            if (!keys.containsAll(
                    overlay.isProduction()
                            ? Set.of("kubernetes.io/hostname", ZONE)
                            : Set.of("kubernetes.io/hostname"))) {
                broken.add(overlay.where(workload) + ": is spread over " + keys);
            }
        }
        return finding("every part is spread over nodes, in production over zones", tried, broken);
    }
}
