package dev.universalapi.bench.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.bench.manifests.Finding;
import dev.universalapi.bench.manifests.Overlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

class WatchedTests {
    private static final Path PROJECT = Path.of("..");
    private static final YAMLMapper YAML = new YAMLMapper();

    private static String rules() throws IOException {
        return Files.readString(PROJECT.resolve("k8s/overlays/production/rules.yml"));
    }

    private static Finding look(String rules) throws IOException {
        var overlay = new Overlay("some", List.of(YAML.readTree("kind: ServiceMonitor"), YAML.readTree(rules)));
        return Watched.rules(PROJECT, List.of(overlay));
    }

    @Test
    void theRulesOfTheClusterAreThoseThatAreTested() throws IOException {
        assertThat(look(rules()).broken()).isEmpty();
        assertThat(look(rules()).tried()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "14.4 * 0.001, 14.5 * 0.001",
        "severity: page, severity: ticket",
        "for: 2m, for: 3m",
        "PrometheusRule, Other"
    })
    void whatIsSpoiltIsFound(String right, String wrong) throws IOException {
        assertThat(rules()).contains(right);

        assertThat(look(rules().replace(right, wrong)).broken())
                .containsExactly("some has other rules: observability/operator makes them");
    }
}
