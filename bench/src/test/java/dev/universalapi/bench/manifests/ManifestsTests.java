package dev.universalapi.bench.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The files of this checkout.
class ManifestsTests {
    private static final Path PROJECT = Path.of("..");

    @Test
    void whatKubernetesIsToldIsWhatTheCodeIs() throws IOException, InterruptedException {
        assumeTrue(Kustomize.isThere(), "SKIPPED, k8s/ is not looked at: " + Kustomize.HOW);

        var findings = Manifests.kubernetes(PROJECT, Overlay.all(PROJECT));

        assertThat(findings).allMatch(finding -> finding.tried() > 0);
        assertThat(broken(findings)).isEmpty();
    }

    private static List<String> broken(List<Finding> findings) {
        return findings.stream().flatMap(finding -> finding.broken().stream()).toList();
    }
}
