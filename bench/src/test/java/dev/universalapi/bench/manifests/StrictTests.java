package dev.universalapi.bench.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StrictTests {
    @Test
    void findsEveryWordThatNobodyKnows() throws IOException {
        var guilty = Overlay.of("guilty", resource());

        var faults = Strict.look(List.of(guilty)).broken();

        assertThat(faults)
                .containsExactlyInAnyOrder(
                        "guilty: deployment guilty: there is no field .spec.replica",
                        "guilty: deployment guilty: there is no field .spec.template.spec.containers[].readynessProbe",
                        "guilty: networkpolicy guilty: there is no field .spec.podSelector.matchLabel",
                        "guilty: servicemonitor guilty: there is no field endpoint",
                        "guilty: prometheusrule guilty: there is no field rule");
    }

    private static String resource() throws IOException {
        try (var in = StrictTests.class.getResourceAsStream("/manifests/guilty.yml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void refusesAValueOfAnotherType() throws IOException {
        var faults = faults("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: wrong }
            spec: { replicas: several }
            """);

        assertThat(faults).hasSize(1);
    }

    @Test
    void refusesAKindThatNobodyKnows() throws IOException {
        var faults = faults("""
            apiVersion: apps/v1
            kind: Deploiment
            metadata: { name: wrong }
            """);

        assertThat(faults).isNotEmpty();
    }

    @Test
    void findsNothingWrongWithWhatIsRight() throws IOException {
        var faults = faults("""
            apiVersion: v1
            kind: Service
            metadata: { name: right, labels: { any: thing } }
            spec: { selector: { app: right }, ports: [ { name: http, port: 80, targetPort: http } ] }
            """);

        assertThat(faults).isEmpty();
    }

    private static List<String> faults(String yaml) throws IOException {
        return Strict.faults(Overlay.of("some", yaml).things().getFirst());
    }
}
