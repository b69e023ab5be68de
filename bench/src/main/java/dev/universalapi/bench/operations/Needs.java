package dev.universalapi.bench.operations;

import dev.universalapi.bench.manifests.Finding;
import dev.universalapi.bench.manifests.Overlay;
import io.fabric8.kubernetes.api.model.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What an overlay takes of its cluster.
///
/// @param overlay its name
/// @param cores that its pods ask for, where there are as few as may be
/// @param mebibytes of memory, the same
/// @param connections that services hold to PostgreSQL, where there are as many as may be
/// @param broken what asks for more than it may have
record Needs(String overlay, double cores, double mebibytes, int connections, List<String> broken) {
    private static final String LOCAL = "local";
    private static final double MEBIBYTE = 1024.0 * 1024.0;
    /// Of one node of two cores; the rest is Kubernetes' own.
    private static final double MOST_CORES = 1.5;

    /// Of the two pools of a service, by default.
    private static final int CONNECTIONS = 20;

    private static final Pattern MOST = Pattern.compile("max_connections=(\\d+)");

    static Needs of(Overlay overlay) {
        var cores = 0.0;
        var bytes = 0.0;
        var connections = 0;
        var broken = new ArrayList<String>();
        for (var workload : overlay.workloads().toList()) {
            for (var container : Overlay.containers(workload).toList()) {
                var requests = container.path("resources").path("requests");
                var limits = container.path("resources").path("limits");
                for (var kind : List.of("cpu", "memory")) {
                    if (amount(requests.path(kind)) > amount(limits.path(kind))) {
                        broken.add("%s: asks for more %s than it may have".formatted(overlay.where(workload), kind));
                    }
                }
                var few = replicas(overlay, workload, "minReplicas");
                cores += few * amount(requests.path("cpu"));
                bytes += few * amount(requests.path("memory"));
            }
            if (Overlay.pod(workload).path("volumes").valueStream().anyMatch(Needs::isDatabase)) {
                connections += CONNECTIONS * replicas(overlay, workload, "maxReplicas");
            }
        }
        return new Needs(overlay.name(), cores, bytes / MEBIBYTE, connections, broken);
    }

    /// The two pools' passwords; who migrates has one connection, and no pool.
    private static boolean isDatabase(JsonNode volume) {
        return volume.path("secret").path("secretName").asString("").endsWith("-database");
    }

    private static int replicas(Overlay overlay, JsonNode workload, String bound) {
        return overlay.kind("HorizontalPodAutoscaler")
                .filter(scaler -> Overlay.name(scaler).equals(Overlay.name(workload)))
                .map(scaler -> scaler.path("spec").path(bound).asInt(1))
                .findFirst()
                .orElseGet(() -> workload.path("spec").path("replicas").asInt(1));
    }

    private static double amount(JsonNode quantity) {
        return new Quantity(quantity.asString("0")).getNumericalAmount().doubleValue();
    }

    Finding look(Path project) throws IOException {
        var found = new ArrayList<>(broken);
        if (overlay.equals(LOCAL)) {
            var start = project.resolve("k8s/overlays/local/settings/start-postgres.sh");
            var most = MOST.matcher(Files.readString(start));
            if (!most.find() || Integer.parseInt(most.group(1)) <= connections) {
                found.add("PostgreSQL takes fewer connections than the %d that services hold".formatted(connections));
            }
            if (cores > MOST_CORES) {
                found.add("%.2f cores are asked for, of a node of two".formatted(cores));
            }
        }
        return new Finding(overlay + ": nobody asks for more than there is", 1, found);
    }
}
