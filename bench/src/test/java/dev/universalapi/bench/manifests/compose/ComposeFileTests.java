package dev.universalapi.bench.manifests.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.universalapi.bench.manifests.Finding;
import dev.universalapi.bench.manifests.code.Code;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposeFileTests {
    private static final Path PROJECT = Path.of("..");

    private static final String TWO = """
        services:
          gateway:
            image: universal-api/gateway:2.2.0
            environment: { UNIVERSAL_REDIS_URI: "redis://redis:6379", UNIVERSAL_REDIS_PASSWORD_FILE: /run/secrets/p }
            networks: [ front ]
            ports: [ "8080:8081" ]
            secrets: [ spare ]
          auth-service:
            image: universal-api/auth-service:2.2.0
            networks: [ back ]
          redis: { image: "redis:7", networks: [ back ] }
        networks: { front: {}, back: {} }
        secrets: { spare: { file: ./spare } }
        """;

    @Test
    void theFileOfThisCheckoutIsWhatTheCodeIs() throws IOException {
        var findings = ComposeFile.findings(PROJECT);
        assumeTrue(findings.isPresent(), "SKIPPED: there is no docker-compose.yml");

        assertThat(broken(findings.get())).isEmpty();
    }

    @Test
    void whatIsWrongIsFound() throws IOException {
        var broken = broken(ComposeFile.of(Code.of(PROJECT), Compose.read(TWO)));

        assertThat(broken)
                .contains(
                        "search-service runs nowhere",
                        "compose: gateway: says [8081], listens at [8080, 8090]",
                        "compose: gateway: has no setting UNIVERSAL_REDIS_PASSWORD_FILE",
                        "compose: gateway: is told of /run/secrets/p, and has it not",
                        "compose: gateway: has /run/secrets/spare, and is not told of it",
                        "nobody is told of universal.security.jwks",
                        "gateway calls auth-service, and shares no network with it",
                        "gateway calls redis, and shares no network with it",
                        "auth-service reaches redis, and never calls it");
    }

    private static List<String> broken(List<Finding> findings) {
        return findings.stream().flatMap(finding -> finding.broken().stream()).toList();
    }
}
