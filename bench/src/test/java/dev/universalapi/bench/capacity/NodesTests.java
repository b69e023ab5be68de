package dev.universalapi.bench.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.bench.capacity.Snapshot.Reading;
import dev.universalapi.bench.cluster.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodesTests {
    /// As a kubelet of 1.32 says it, with less of what is not read.
    private static final String SUMMARY = """
            {"node":{"nodeName":"NODE","systemContainers":[{"name":"kubelet","startTime":"2026-11-26T08:00:01Z",
              "cpu":{"time":"2026-11-26T15:00:09Z","usageNanoCores":21,"usageCoreNanoSeconds":77}}],
              "startTime":"2026-11-26T08:00:00Z",
              "cpu":{"time":"2026-11-26T15:00:10Z","usageNanoCores":412345678,"usageCoreNanoSeconds":9876543210000},
              "memory":{"time":"2026-11-26T15:00:10Z","availableBytes":4123456789,"workingSetBytes":3987654321}},
             "pods":[
              {"podRef":{"name":"search-service-6c9-x2x","namespace":"universal-api","uid":"5f0c"},
               "startTime":"2026-11-26T14:50:00Z",
               "containers":[
                {"name":"search-service","startTime":"2026-11-26T14:50:07Z",
                 "cpu":{"time":"2026-11-26T15:00:07Z","usageNanoCores":98765432,"usageCoreNanoSeconds":61234567000},
                 "memory":{"time":"2026-11-26T15:00:07Z","usageBytes":412345678,"workingSetBytes":398765432}},
                {"name":"sandbox","startTime":"2026-11-26T14:50:02Z"}]},
              {"podRef":{"name":"coredns-1","namespace":"kube-system","uid":"77aa"},
               "containers":[
                {"name":"coredns","startTime":"2026-11-26T08:00:20Z",
                 "cpu":{"time":"2026-11-26T15:00:07Z","usageCoreNanoSeconds":12},
                 "memory":{"time":"2026-11-26T15:00:07Z","workingSetBytes":34}}]}]}""";

    @TempDir
    Path folder;

    /// A cluster of two nodes.
    private Cluster cluster() throws IOException {
        for (var node : new String[] {"one", "two"}) {
            Files.writeString(folder.resolve(node), SUMMARY.replace("NODE", node));
        }
        var script = Files.writeString(folder.resolve("kubectl"), """
                #!/bin/sh
                case "$*" in
                *'get nodes'*) printf 'one 2\\ntwo 1900m\\n' ;;
                *'get --raw /api/v1/nodes/one/proxy/stats/summary') cat '%1$s/one' ;;
                *'get --raw /api/v1/nodes/two/proxy/stats/summary') cat '%1$s/two' ;;
                *) exit 1 ;;
                esac
                """.formatted(folder));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new Cluster(script.toString(), "here", "universal-api");
    }

    @Test
    void countsTheCoresOfAll() throws Exception {
        assertThat(Nodes.of(cluster()).allCores()).isEqualTo(3.9);
    }

    @Test
    void readsNodesAndTheContainersOfTheNamespaceOfWhichSomethingIsKnown() throws Exception {
        var seen = Nodes.of(cluster()).look();

        assertThat(seen.nodes()).extracting(Reading::name).containsExactly("one", "two");
        assertThat(seen.nodes().getFirst().nanos()).isEqualTo(9_876_543_210_000L);
        assertThat(seen.containers())
                .hasSize(2)
                .contains(new Reading(
                        "5f0c2026-11-26T14:50:07Z",
                        "search-service",
                        Instant.parse("2026-11-26T15:00:07Z"),
                        61_234_567_000L,
                        398_765_432L));
    }
}
