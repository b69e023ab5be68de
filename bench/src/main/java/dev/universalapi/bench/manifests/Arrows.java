package dev.universalapi.bench.manifests;

import dev.universalapi.bench.manifests.code.Code;
import dev.universalapi.bench.manifests.code.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Who may reach whom, by the policies, and who calls whom, by the code: they have to be the same.
record Arrows(Code code, Settings settings, Overlay overlay, Policies policies) {
    private static final String MANAGEMENT = "management";
    /// Whoever has it asks providers, or another who does.
    private static final String HOST = "provider-host";

    private static final String REMOTE = "UNIVERSAL_PROVIDERS_REMOTE";

    private static final String PRIVATE = "10.0.0.0/8";
    private static final List<String> NOBODYS = List.of(PRIVATE, "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16");

    /// @param to the name of a workload, or `*` for addresses outside
    record Arrow(String from, String to, int port) implements Comparable<Arrow> {
        @Override
        public String toString() {
            return "%s → %s:%d".formatted(from, to, port);
        }

        @Override
        public int compareTo(Arrow other) {
            return toString().compareTo(other.toString());
        }
    }

    static Arrows of(Code code, Settings settings, Overlay overlay) {
        return new Arrows(code, settings, overlay, Policies.of(overlay));
    }

    List<Finding> findings() throws IOException {
        var wanted = wanted();
        var allowed = allowed(wanted);
        var broken = new ArrayList<String>();
        wanted.stream()
                .filter(arrow -> !allowed.contains(arrow))
                .forEach(arrow -> broken.add(arrow + " is called, and not let through"));
        allowed.stream()
                .filter(arrow -> !wanted.contains(arrow))
                .forEach(arrow -> broken.add(arrow + " is let through, and nobody calls so"));
        return List.of(
                new Finding(
                        overlay.name() + ": who calls whom is let through, and nothing else",
                        wanted.size() + allowed.size(),
                        broken),
                doors(),
                world());
    }

    private Set<Arrow> wanted() {
        var wanted = new TreeSet<Arrow>();
        var runs = new TreeMap<String, Run>();
        overlay.serving().forEach(workload -> run(workload).ifPresent(run -> runs.put(run.name(), run)));
        overlay.serving()
                .forEach(workload -> run(workload)
                        .ifPresent(run -> settings.calls(run.part(), run.said(), runs.keySet())
                                .forEach(to -> wanted.add(new Arrow(Overlay.name(workload), to, port(runs, to))))));
        overlay.workloads().forEach(workload -> stores(workload, wanted));
        return wanted;
    }

    private int port(Map<String, Run> runs, String name) {
        var run = runs.get(name);
        return code.port(run == null ? name : run.part());
    }

    /// Its first container, where that is one of ours.
    private Optional<Run> run(JsonNode workload) {
        return new Pods(overlay).first(workload).filter(run -> code.parts().contains(run.part()));
    }

    /// Whatever else the settings of a workload name: in the overlay, or outside.
    private void stores(JsonNode workload, Set<Arrow> wanted) {
        var from = Overlay.name(workload);
        var pods = new Pods(overlay);
        Overlay.containers(workload)
                .flatMap(
                        container -> Addresses.of(code, pods.settings(container).values()).stream())
                .forEach(address ->
                        wanted.add(new Arrow(from, isHere(address.host()) ? address.host() : "*", address.port())));
    }

    private boolean isHere(String name) {
        return overlay.workloads().anyMatch(workload -> Overlay.name(workload).equals(name));
    }

    private Set<Arrow> allowed(Set<Arrow> wanted) {
        var allowed = new TreeSet<Arrow>();
        var workloads = overlay.workloads().toList();
        for (var from : workloads) {
            for (var to : workloads) {
                Overlay.containers(to)
                        .flatMap(container -> Pods.ports(container).entrySet().stream())
                        .filter(port -> policies.letThrough(
                                Overlay.labels(from),
                                Overlay.labels(to),
                                new Policies.Port(port.getValue(), port.getKey())))
                        .forEach(port -> allowed.add(new Arrow(Overlay.name(from), Overlay.name(to), port.getValue())));
            }
            wanted.stream()
                    .filter(arrow -> arrow.to().equals("*"))
                    .mapToInt(Arrow::port)
                    .distinct()
                    .filter(port -> policies.outside(Overlay.labels(from), PRIVATE, port))
                    .forEach(port -> allowed.add(new Arrow(Overlay.name(from), "*", port)));
        }
        return allowed;
    }

    /// The gateway's port is open to all and nobody else's; figures are read from one namespace.
    private Finding doors() {
        var broken = new ArrayList<String>();
        var tried = 0;
        for (var workload : overlay.serving().toList()) {
            for (var container : Overlay.containers(workload).toList()) {
                for (var port : Pods.ports(container).entrySet()) {
                    tried++;
                    var at = new Policies.Port(port.getValue(), port.getKey());
                    var open = policies.isOpen(Overlay.labels(workload), at);
                    var isDoor = Overlay.name(workload).equals(Code.GATEWAY)
                            && port.getKey().equals("http");
                    if (open != isDoor) {
                        broken.add(
                                "%s: %s is %s".formatted(overlay.where(workload), port, open ? "open to all" : "shut"));
                    }
                    var watched =
                            policies.namespaces(Overlay.labels(workload), at).equals(Set.of("monitoring"));
                    if (watched != port.getKey().equals(MANAGEMENT)) {
                        broken.add("%s: %s is %s from monitoring"
                                .formatted(overlay.where(workload), port, watched ? "reached" : "not reached"));
                    }
                }
            }
        }
        return new Finding(
                overlay.name() + ": the gateway is open to all, figures to Prometheus, and nothing else",
                tried,
                broken);
    }

    /// Who asks providers reaches the world, but for networks that are somebody's own; nobody else does.
    private Finding world() throws IOException {
        var broken = new ArrayList<String>();
        var workloads = overlay.workloads().toList();
        for (var workload : workloads) {
            var part = Overlay.name(workload);
            var asks = run(workload)
                    .filter(run -> code.modules(run.part()).contains(HOST))
                    .filter(run -> run.said().getOrDefault(REMOTE, "").isEmpty())
                    .isPresent();
            for (var port : code.providerPorts()) {
                if (policies.outside(Overlay.labels(workload), Policies.EVERYWHERE, port) != asks) {
                    broken.add(
                            "%s %s %d".formatted(part, asks ? "asks providers, and does not reach" : "reaches", port));
                }
            }
        }
        policies.policies().stream()
                .flatMap(policy -> policy.path("spec").path("egress").valueStream())
                .flatMap(rule -> rule.path("to").valueStream())
                .map(peer -> peer.path("ipBlock"))
                .filter(block -> block.path("cidr").asString("").equals(Policies.EVERYWHERE))
                .forEach(block -> NOBODYS.stream()
                        .filter(cidr -> block.path("except")
                                .valueStream()
                                .noneMatch(one -> one.asString().equals(cidr)))
                        .forEach(cidr -> broken.add("the world includes " + cidr)));
        return new Finding(
                overlay.name() + ": who asks providers reaches the world, and nobody else", workloads.size(), broken);
    }
}
