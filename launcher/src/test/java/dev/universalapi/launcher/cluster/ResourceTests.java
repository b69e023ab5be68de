package dev.universalapi.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourceTests {
    @Test
    void readsWhatKustomizePrints() {
        var resources = Resource.all(Overlay.whole());

        assertThat(resources.stream().map(Resource::reference))
                .containsExactly(
                        "namespace/suite",
                        "configmap/settings",
                        "deployment/auth-service",
                        "deployment/gateway",
                        "job/migrate-auth",
                        "horizontalpodautoscaler/gateway",
                        "statefulset/postgres");
        assertThat(resources.getFirst().namespace()).isEmpty();
        assertThat(resources.get(1).namespace()).isEqualTo("suite");
    }

    @Test
    void findsTheSecretsThatPodsMount() {
        var manifests = Manifests.of(Overlay.whole());

        assertThat(manifests.secrets()).containsExactly("accounts", "auth-owner", "gateway-identity");
    }

    @Test
    void findsTheSecretsOfVariablesAndProjectionsButNotThoseThatMayLack() {
        var resource = Resource.all("""
                kind: Deployment
                metadata:
                  name: one
                spec:
                  env:
                  - name: A
                    valueFrom:
                      secretKeyRef:
                        key: password
                        name: of-variable
                  volumes:
                  - projected:
                      sources:
                      - secret:
                          items:
                          - key: a
                            path: b
                          name: of-projection
                  - secret:
                      optional: true
                      secretName: left-out
                  - secret:
                      secretName: of-volume
                """).getFirst();

        assertThat(resource.secrets()).containsExactly("of-projection", "of-variable", "of-volume");
    }

    @Test
    void refusesAnOverlayWithoutServices() {
        assertThatThrownBy(() -> Manifests.of(Overlay.STORE)).hasMessageContaining("no deployment");
        assertThatThrownBy(() -> Resource.all("kind: Odd\n")).hasMessageContaining("without metadata");
    }

    @Test
    void keepsTheRegistryOfTheOverlayAndWhatIsNamedByItsDigest() {
        var release = new Release(Optional.empty(), "2.3.0");
        var digest = "  image: universal-api/gateway@sha256:abc\n";

        assertThat(release.applied("- image: registry/universal-api/gateway:old\n"))
                .isEqualTo("- image: registry/universal-api/gateway:2.3.0\n");
        assertThat(release.applied(digest)).isEqualTo(digest);
    }
}
