package dev.universalapi.launcher.production;

import dev.universalapi.launcher.cluster.FakeKubectl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What `kubectl` says of a cluster in which nothing is wrong; a test spoils a piece of it.
final class Sound {
    private static final String SECRETS = "secret/internal-tokens\nsecret/accounts\n";
    private static final String KEYS = "{\"keys\": [{\"kid\": \"mine-2026\", \"x\": \"a\"}]}";
    private static final String NODES = """
            {"items": [{"metadata": {"name": "n1", "labels": {"topology.kubernetes.io/zone": "a"}}},
                       {"metadata": {"name": "n2", "labels": {"topology.kubernetes.io/zone": "b"}}}]}
            """;
    private static final String NAMESPACE = """
            {"metadata": {"name": "suite", "labels": {"pod-security.kubernetes.io/enforce": "restricted"}}}
            """;
    private static final String AROUND = """
            {"kind": "ConfigMap", "metadata": {"name": "told-h4sh"}, "data": {
              "SERVER_FORWARDHEADERSSTRATEGY": "native",
              "UNIVERSAL_GATEWAY_INFO_MODE": "live", "UNIVERSAL_PROVIDERS_MODE": "live",
              "UNIVERSAL_REDIS_URI": "rediss://redis.stores.test:6379", "UNIVERSAL_REDIS_PASSWORDFILE": "/run/redis",
              "UNIVERSAL_DATABASE_URL": "jdbc:postgresql://db.stores.test/auth?sslmode=verify-full",
              "SPRING_KAFKA_BOOTSTRAPSERVERS": "k.stores.test:9093", "SPRING_KAFKA_SECURITY_PROTOCOL": "SASL_SSL"}},
            {"kind": "NetworkPolicy", "metadata": {"name": "default-deny"},
              "spec": {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}},
            {"kind": "NetworkPolicy", "metadata": {"name": "figures"}, "spec": {
              "podSelector": {"matchLabels": {"app.kubernetes.io/part-of": "universal-api"}},
              "policyTypes": ["Ingress"], "ingress": [{"from": [{"namespaceSelector": {}}]}]}},
            {"kind": "Ingress", "metadata": {"name": "door"}, "spec": {"rules": [{"http": {"paths": [
              {"backend": {"service": {"name": "gateway", "port": {"name": "http"}}}}]}}]}},
            {"kind": "Job", "metadata": {"name": "auth-migration"},
              "spec": {"template": {"spec": {"containers": [{"name": "migration",
                "image": "registry.test/universal-api/auth-service:2.2.0",
                "resources": {"requests": {"cpu": "1", "memory": "1Gi"}, "limits": {"cpu": "1", "memory": "1Gi"}}}]}}},
              "status": {"conditions": [{"type": "SuccessCriteriaMet", "status": "True"},
                                        {"type": "Complete", "status": "True"}]}}
            """;
    private static final String PART = """
            {"kind": "Deployment", "metadata": {"name": "PART"}, "spec": {"replicas": 2,
              "selector": {"matchLabels": {"app.kubernetes.io/name": "PART"}},
              "template": {"metadata": {"labels": {"app.kubernetes.io/name": "PART", "app.kubernetes.io/part-of": "universal-api"}},
                "spec": {"containers": [{"name": "PART", "image": "registry.test/universal-api/PART:2.2.0",
                  "envFrom": [{"configMapRef": {"name": "told-h4sh"}}], "env": [{"name": "JDK_JAVA_OPTIONS", "value": "-Dx=y"}],
                  "ports": [{"name": "http", "containerPort": 8080}],
                  "resources": {"requests": {"cpu": "1", "memory": "1Gi"}, "limits": {"cpu": "1", "memory": "1Gi"}}}],
                  "volumes": [{"name": "identity", "projected": {"sources": [{"secret": {"name": "internal-tokens"}}]}},
                    {"name": "masters", "secret": {"secretName": "accounts"}},
                    {"name": "providers", "secret": {"secretName": "providers", "optional": true}}]}}},
              "status": {"replicas": 2, "readyReplicas": 2}},
            {"kind": "HorizontalPodAutoscaler", "metadata": {"name": "PART"},
              "spec": {"minReplicas": 2, "scaleTargetRef": {"kind": "Deployment", "name": "PART"}},
              "status": {"conditions": [{"type": "ScalingActive", "status": "True", "reason": "ValidMetricFound"}]}},
            {"kind": "PodDisruptionBudget", "metadata": {"name": "PART"},
              "spec": {"selector": {"matchLabels": {"app.kubernetes.io/name": "PART"}}},
              "status": {"disruptionsAllowed": 1, "desiredHealthy": 1}},
            {"kind": "NetworkPolicy", "metadata": {"name": "PART"}, "spec": {
              "podSelector": {"matchLabels": {"app.kubernetes.io/name": "PART"}},
              "ingress": [{"from": [{"podSelector": {}}]}]}},
            {"kind": "Service", "metadata": {"name": "PART"}, "spec": {"type": "ClusterIP",
              "selector": {"app.kubernetes.io/name": "PART"},
              "ports": [{"name": "http", "port": 8080, "targetPort": "http"},
                        {"name": "management", "port": 8090, "targetPort": "management"}]}},
            {"kind": "Pod", "metadata": {"name": "PART-1", "labels": {"app.kubernetes.io/name": "PART"}},
              "spec": {"nodeName": "n1"}, "status": {"phase": "Running"}},
            {"kind": "Pod", "metadata": {"name": "PART-2", "labels": {"app.kubernetes.io/name": "PART"}},
              "spec": {"nodeName": "n2"}, "status": {"phase": "Running"}}
            """;

    static final List<String> PARTS =
            List.of("discovery", "config-server", "search-service", "analytics-service", "auth-service", "gateway");

    private Sound() {}

    static FakeKubectl in(FakeKubectl kubectl) throws IOException {
        return kubectl.answers("get deployments", whole(""))
                .answers("get secrets", SECRETS)
                .answers("get secret internal-tokens", base64(KEYS))
                .answers("get nodes", NODES)
                .answers("get namespace suite", NAMESPACE);
    }

    /// All that is there, and something more.
    static String whole(String more) {
        return whole(PARTS, more);
    }

    /// The same of other parts.
    static String whole(List<String> parts, String more) {
        return Stream.concat(parts.stream().map(part -> PART.replace("PART", part)), Stream.of(AROUND, more))
                .filter(one -> !one.isBlank())
                .collect(Collectors.joining(",", "{\"kind\": \"List\", \"items\": [", "]}"));
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
