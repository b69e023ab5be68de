package dev.universalapi.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.bench.cluster.Cluster.Pod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTests {
    @TempDir
    Path folder;

    /// A cluster whose `kubectl` says this, writes down what it was asked and fed, and ends so.
    private Cluster saying(String out, int code) throws IOException {
        Files.writeString(folder.resolve("out"), out);
        var script = Files.writeString(folder.resolve("kubectl"), """
                #!/bin/sh
                echo "$*" > '%1$s/asked'
                cat > '%1$s/fed'
                cat '%1$s/out'
                exit %2$d
                """.formatted(folder, code));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new Cluster(script.toString(), "here", "suite");
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void countsPodsThatAreReadyAndNotAboutToGo() throws Exception {
        var cluster = saying("""
                gateway-1 uid-1 Running  True
                gateway-2 uid-2 Running  False
                gateway-3 uid-3 Running 2026-11-26T15:00:00Z True
                gateway-4 uid-4 Pending\s\s
                """, 0);

        assertThat(cluster.pods("gateway")).containsExactly(new Pod("gateway-1", "uid-1"));
        assertThat(read("asked"))
                .startsWith("--context=here --namespace=suite get pods -l app.kubernetes.io/name=gateway");
    }

    @Test
    void evictsByTheApiAsADrainDoes() throws Exception {
        var ran = saying("", 1).evict(new Pod("gateway-1", "uid-1"));

        assertThat(ran.code()).isOne();
        assertThat(read("asked")).contains("create --raw /api/v1/namespaces/suite/pods/gateway-1/eviction -f -");
        assertThat(read("fed")).contains("\"kind\":\"Eviction\"", "\"name\":\"gateway-1\"");
    }

    @Test
    void waitsForANamespaceThatIsBeingDeletedAlone() throws Exception {
        saying("Active", 0).awaitDeletion();
        assertThat(read("asked")).contains("get namespace suite");

        saying("Terminating", 0).awaitDeletion();
        assertThat(read("asked")).contains("wait --for=delete namespace/suite");
    }

    @Test
    void readsAnEntryOfASecret() throws Exception {
        assertThat(saying("c2VjcmV0Cg==\n", 0).secret("universal-identity", "bootstrap-key"))
                .isEqualTo("secret");
    }

    @Test
    void saysWhatKubectlRefused() throws Exception {
        var cluster = saying("no such thing", 1);

        assertThatThrownBy(() -> cluster.ask("get", "nothing"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("get nothing")
                .hasMessageContaining("no such thing");
    }

    @Test
    void isNoneWhereThereIsNoKubectl() throws Exception {
        System.setProperty("universal.kubectl", folder.resolve("none").toString());
        try {
            assertThat(Cluster.of(Optional.empty(), "suite")).isEmpty();
            assertThatThrownBy(() -> new Cluster(folder.resolve("none").toString(), "here", "suite").exists())
                    .isInstanceOf(IOException.class);
        } finally {
            System.clearProperty("universal.kubectl");
        }
    }
}
