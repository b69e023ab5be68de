package dev.universalapi.bench.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.universalapi.bench.manifests.code.Code;
import dev.universalapi.bench.manifests.code.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is right, spoilt at one place: that very promise is broken, so none holds of everything.
class SpoiltTests {
    private static final Path PROJECT = Path.of("..");

    /// Read once, by the first who asks.
    private record Right(String production, Code code, Settings settings) {
        private static final Right ONE = read();

        private static Right read() {
            try {
                var code = Code.of(PROJECT);
                var production = Kustomize.build(PROJECT.resolve("k8s/overlays/production"));
                return new Right(production, code, Settings.of(code));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        List<Finding> findings(String yaml) throws IOException {
            return Manifests.of(code, settings, Overlay.of(Overlay.PRODUCTION, yaml));
        }
    }

    @BeforeEach
    void needsKustomize() {
        assumeTrue(Kustomize.isThere(), "SKIPPED: " + Kustomize.HOW);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
        universal-api/gateway:2.3.0           | universal-api/gatewey:2.2.0            | every image is a part
        universal-api/gateway:2.3.0           | universal-api/gateway:2.1.0            | every image is a part
        containerPort: 8081                   | containerPort: 8082                    | every port is one
        '- "8070"'                            | '- "8071"'                             | every port is one
        path: /actuator/health/readiness      | path: /actuator/health/ready           | every probe asks
        UNIVERSAL_REDIS_PASSWORDFILE          | UNIVERSAL_REDIS_PASSWORD_FILE          | every variable
        EUREKA_INSTANCE_INSTANCEID            | EUREKA_INSTANCE_ID                     | every variable
        UNIVERSAL_LEAVING_LINGER              | UNIVERSAL_SEARCH_CALLS                 | every variable
        universal.config.overlay              | universal.config.overlays              | every variable
        path: cursor-key                      | path: cursor                           | every file
        UNIVERSAL_PROVIDERS_CURSORKEY         | UNIVERSAL_PROVIDERS_PLACES             | what the launcher tells
        port: 8084                            | port: 8094                             | who calls whom
        rediss://redis.example.com:6379       | rediss://redis.example.com:6380        | who calls whom
        UNIVERSAL_PROVIDERS_REMOTE: lookup    | UNIVERSAL_PROVIDERS_REMOTE: looku      | who calls whom
        UNIVERSAL_PROVIDERS_REMOTE            | UNIVERSAL_PROVIDERS_PLACES             | reaches the world
        SPRING_APPLICATION_NAME: lookup       | SPRING_APPLICATION_NAME: lookups       | who calls whom
        CREDENTIAL_HOSTS: lookup              | CREDENTIAL_HOSTS: search               | who calls whom
        services.search-service=              | services.search-service=/api           | who calls whom
        services.search=/api/search           | services.search=                       | who calls whom
        metadata.name: monitoring             | metadata.name: default                 | figures to Prometheus
        cidr: 0.0.0.0/0                       | cidr: 10.0.0.0/8                       | reaches the world
        - 192.168.0.0/16                      | - 192.168.1.0/24                       | reaches the world
        runAsNonRoot: true                    | runAsNonRoot: false                    | is `restricted`
        readOnlyRootFilesystem: true          | readOnlyRootFilesystem: false          | is `restricted`
        emptyDir                              | hostPath                               | is `restricted`
        enforce: restricted                   | enforce: baseline                      | is `restricted`
        minReplicas: 2                        | minReplicas: 1                         | every part that scales
        container: gateway                    | container: gateways                    | every part that scales
        maxUnavailable: 1                     | maxUnavailable: 2                      | one budget
        maxUnavailable: 0                     | maxUnavailable: 25%                    | one budget
        replicas: 2                           | replicas: 1                            | one budget
        targetPort: management                | targetPort: metrics                    | every Service
        topologyKey: topology.kubernetes.io/zone | topologyKey: topology.kubernetes.io/region | spread over
        UNIVERSAL_LEAVING_LINGER: 8s          | UNIVERSAL_LEAVING_LINGER: 5s           | who leaves
        terminationGracePeriodSeconds: 60     | terminationGracePeriodSeconds: 30      | who leaves
        """)
    void whatIsSpoiltIsFound(String right, String wrong, String promise) throws IOException {
        assertThat(Right.ONE.production()).contains(right);

        var broken = Right.ONE.findings(Right.ONE.production().replace(right, wrong)).stream()
                .filter(finding -> !finding.broken().isEmpty())
                .map(Finding::promise)
                .toList();

        assertThat(broken).anyMatch(sentence -> sentence.contains(promise));
    }

    @Test
    void whatIsNotSpoiltIsNot() throws IOException {
        var findings = Right.ONE.findings(Right.ONE.production());

        assertThat(findings).allMatch(finding -> finding.broken().isEmpty() && finding.tried() > 0);
    }
}
