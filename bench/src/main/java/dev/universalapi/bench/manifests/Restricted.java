package dev.universalapi.bench.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The standard `restricted` of Kubernetes, a read-only file system and no token: what a pod may be, so that who breaks
/// into one has little.
final class Restricted {
    private static final String SECURITY = "securityContext";
    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");
    private static final Set<String> HOST = Set.of("hostNetwork", "hostPID", "hostIPC");

    private Restricted() {}

    static Finding look(Overlay overlay) {
        var broken = new ArrayList<String>();
        var tried = 0;
        for (var workload : overlay.workloads().toList()) {
            tried++;
            pod(overlay.where(workload), Overlay.pod(workload), broken);
            Overlay.containers(workload)
                    .forEach(container -> container(
                            overlay.where(workload) + ", "
                                    + container.path("name").asString(),
                            container,
                            broken));
        }
        overlay.kind("Namespace")
                .map(namespace -> namespace.path("metadata").path("labels").path("pod-security.kubernetes.io/enforce"))
                .filter(level -> !level.asString("").equals("restricted"))
                .forEach(_ -> broken.add(overlay.name() + ": the namespace takes pods that are not restricted"));
        return new Finding(
                overlay.name() + ": every pod is `restricted`, reads its files and knows no token", tried, broken);
    }

    private static void pod(String where, JsonNode pod, List<String> broken) {
        var security = pod.path(SECURITY);
        need(where, "runAsNonRoot", security.path("runAsNonRoot").asBoolean(false), broken);
        need(where, "runAsUser other than 0", security.path("runAsUser").asInt(0) > 0, broken);
        need(
                where,
                "seccompProfile RuntimeDefault",
                security.path("seccompProfile").path("type").asString("").equals("RuntimeDefault"),
                broken);
        need(where, "no token", !pod.path("automountServiceAccountToken").asBoolean(true), broken);
        need(where, "no variables of Services", !pod.path("enableServiceLinks").asBoolean(true), broken);
        HOST.forEach(word -> need(where, "no " + word, !pod.path(word).asBoolean(false), broken));
        pod.path("volumes")
                .forEach(volume -> volume.propertyNames().stream()
                        .filter(name -> !name.equals("name") && !VOLUMES.contains(name))
                        .forEach(name -> broken.add(where + ": has a volume of kind " + name)));
    }

    private static void container(String where, JsonNode container, List<String> broken) {
        var security = container.path(SECURITY);
        need(
                where,
                "no privilege escalation",
                !security.path("allowPrivilegeEscalation").asBoolean(true),
                broken);
        need(where, "no privilege", !security.path("privileged").asBoolean(false), broken);
        need(
                where,
                "readOnlyRootFilesystem",
                security.path("readOnlyRootFilesystem").asBoolean(false),
                broken);
        need(
                where,
                "capabilities dropped",
                security.path("capabilities")
                                .path("drop")
                                .valueStream()
                                .anyMatch(one -> one.asString().equals("ALL"))
                        && security.path("capabilities").path("add").isEmpty(),
                broken);
        need(
                where,
                "no port of the node",
                container.path("ports").valueStream().noneMatch(port -> port.has("hostPort")),
                broken);
        need(
                where,
                "no secret in its environment",
                container
                                .path("env")
                                .valueStream()
                                .noneMatch(one -> one.path("valueFrom").has("secretKeyRef"))
                        && container.path("envFrom").valueStream().noneMatch(from -> from.has("secretRef")),
                broken);
        for (var bound : List.of("requests", "limits")) {
            for (var of : List.of("cpu", "memory")) {
                need(
                        where,
                        bound + " of " + of,
                        container.path("resources").path(bound).has(of),
                        broken);
            }
        }
    }

    private static void need(String where, String what, boolean holds, List<String> broken) {
        if (!holds) {
            broken.add(where + ": " + what + " is wanted");
        }
    }
}
