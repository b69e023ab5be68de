package dev.universalapi.bench.manifests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.bench.manifests.Run;
import org.junit.jupiter.api.Test;

class ComposeTests {
    @Test
    void readsWhatIsMergedAndFillsInWhatIsNotSet() {
        var compose = Compose.read("""
            x-found: &found { EUREKA_CLIENT_SERVICEURL_DEFAULTZONE: "http://discovery:8761/eureka/" }
            x-ours: &ours { read_only: true }
            services:
              gateway: &gateway
                <<: *ours
                image: ${REGISTRY:-}universal-api/gateway:${VERSION:-2.2.0}
                environment: { <<: [ *found ], SERVER_ADDRESS: "$${a.b}" }
                ports: [ "127.0.0.1:${PORT:-80}:8080" ]
                secrets: [ keys, { source: other, target: /etc/other } ]
                healthcheck: { test: [ CMD, java, -cp, /app/probe, dev.universalapi.probe.Probe, "8090" ] }
              gateway-2: { <<: *gateway, ports: [] }
              store: { image: "postgres:18" }
            secrets: { keys: { file: ./keys }, other: { file: ./other } }
            """);

        var runs = compose.runs();

        assertThat(compose.faults()).isEmpty();
        assertThat(runs).extracting(Run::where).containsExactly("compose: gateway", "compose: gateway-2");
        var gateway = runs.getFirst();
        assertThat(gateway.part()).isEqualTo("gateway");
        assertThat(gateway.version()).isEqualTo("2.2.0");
        assertThat(gateway.settings())
                .containsEntry("SERVER_ADDRESS", "${a.b}")
                .containsEntry("EUREKA_CLIENT_SERVICEURL_DEFAULTZONE", "http://discovery:8761/eureka/");
        assertThat(gateway.ports()).containsExactly(8080);
        assertThat(gateway.files()).containsExactlyInAnyOrder("/run/secrets/keys", "/etc/other");
        assertThat(gateway.probes()).containsExactly(new Run.Probe("/actuator/health/readiness", 8090));
        assertThat(runs.getLast().ports()).isEmpty();
    }

    @Test
    void findsWordsThatComposeDoesNotKnowAndNamesThatAreNotThere() {
        var compose = Compose.read("""
            service: {}
            services:
              one: { image: a, enviroment: {}, networks: [ inner ], depends_on: { two: { condition: service_healthy } } }
              three: { secrets: [ key ], volumes: [ "data:/data", "./here:/there" ] }
            """);

        assertThat(compose.faults())
                .containsExactlyInAnyOrder(
                        "the file has a word that compose does not know: service",
                        "service one has a word that compose does not know: enviroment",
                        "service one names inner of networks, and there is none",
                        "service one names two of services, and there is none",
                        "service three names key of secrets, and there is none",
                        "service three names data of volumes, and there is none",
                        "service three has no image");
    }
}
