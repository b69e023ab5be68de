package dev.universalapi.bench.manifests;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What the policies of an overlay let through, as Kubernetes reads them: a pod that none selects may do all, one that
/// some select what any of these says.
record Policies(List<JsonNode> policies) {
    static final String EVERYWHERE = "0.0.0.0/0";
    private static final String INGRESS = "Ingress";
    private static final String EGRESS = "Egress";

    static Policies of(Overlay overlay) {
        return new Policies(overlay.kind("NetworkPolicy").toList());
    }

    /// Whether one pod reaches a port of another in the same namespace.
    ///
    /// @param from labels
    /// @param to labels
    boolean letThrough(Map<String, String> from, Map<String, String> to, Port port) {
        return says(EGRESS, from, peer -> isPod(peer, to), port) && says(INGRESS, to, peer -> isPod(peer, from), port);
    }

    /// Whether a pod reaches that port of addresses that are outside.
    boolean outside(Map<String, String> from, String cidr, int port) {
        return says(
                EGRESS,
                from,
                peer -> peer.path("ipBlock").path("cidr").asString("").equals(cidr),
                new Port(port, ""));
    }

    /// Whether anybody at all reaches a port of a pod.
    boolean isOpen(Map<String, String> to, Port port) {
        return says(INGRESS, to, _ -> false, port);
    }

    /// Namespaces from which a port of a pod is reached.
    Set<String> namespaces(Map<String, String> to, Port port) {
        var names = new TreeSet<String>();
        says(
                INGRESS,
                to,
                peer -> {
                    var labels = Overlay.texts(peer.path("namespaceSelector").path("matchLabels"));
                    names.addAll(labels.values());
                    return false;
                },
                port);
        return names;
    }

    /// @param name by which policies may call it
    record Port(int number, String name) {
        boolean is(JsonNode said) {
            var port = said.path("port");
            return port.isMissingNode()
                    || (port.isNumber()
                            ? port.asInt() == number
                            : port.asString().equals(name));
        }
    }

    private boolean says(String direction, Map<String, String> pod, Predicate<JsonNode> isPeer, Port port) {
        var selecting = policies.stream()
                .map(policy -> policy.path("spec"))
                .filter(spec -> spec.path("policyTypes")
                        .valueStream()
                        .anyMatch(type -> type.asString().equals(direction)))
                .filter(spec -> selects(spec.path("podSelector"), pod))
                .toList();
        return selecting.isEmpty()
                || selecting.stream()
                        .flatMap(spec -> rules(spec, direction))
                        .anyMatch(rule -> allows(rule, direction, isPeer, port));
    }

    private static Stream<JsonNode> rules(JsonNode spec, String direction) {
        return spec.path(direction.equals(INGRESS) ? "ingress" : "egress").valueStream();
    }

    private static boolean allows(JsonNode rule, String direction, Predicate<JsonNode> isPeer, Port port) {
        var ports = rule.path("ports");
        var peers = rule.path(direction.equals(INGRESS) ? "from" : "to");
        return (ports.isEmpty() || ports.valueStream().anyMatch(port::is))
                && (peers.isEmpty()
                        || peers.valueStream().filter(isPeer).findAny().isPresent());
    }

    private static boolean isPod(JsonNode peer, Map<String, String> labels) {
        return peer.has("podSelector") && !peer.has("namespaceSelector") && selects(peer.path("podSelector"), labels);
    }

    /// By labels, and by `In`: no other way is used here.
    static boolean selects(JsonNode selector, Map<String, String> labels) {
        return Overlay.texts(selector.path("matchLabels")).entrySet().stream()
                        .allMatch(entry -> entry.getValue().equals(labels.get(entry.getKey())))
                && selector.path("matchExpressions")
                        .valueStream()
                        .allMatch(expression ->
                                expression.path("operator").asString("").equals("In")
                                        && expression
                                                .path("values")
                                                .valueStream()
                                                .anyMatch(value -> value.asString()
                                                        .equals(labels.get(expression
                                                                .path("key")
                                                                .asString()))));
    }
}
