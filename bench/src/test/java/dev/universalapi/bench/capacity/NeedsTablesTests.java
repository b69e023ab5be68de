package dev.universalapi.bench.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.bench.capacity.Usage.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NeedsTablesTests {
    private static final long MIB = 1024 * 1024;
    private static final String PODS = """
            {"items":[
             {"spec":{"containers":[{"name":"search-service",
                "resources":{"limits":{"cpu":"2","memory":"640Mi"},"requests":{"cpu":"50m","memory":"400Mi"}}}],
               "initContainers":[{"name":"sandbox","restartPolicy":"Always",
                "resources":{"limits":{"cpu":"1","memory":"192Mi"},"requests":{"cpu":"20m"}}}]},
              "status":{"phase":"Running"}},
             {"spec":{"containers":[{"name":"migration","resources":{}}]},"status":{"phase":"Succeeded"}}]}""";

    private static NeedsTables tables(Usage idle, Usage limit) {
        var found = new LinkedHashMap<String, Usage>();
        found.put("idle", idle);
        found.put("at the limit", limit);
        return new NeedsTables(found, Allowance.read(PODS));
    }

    private static Part search(int count, double cores) {
        return new Part("search-service", count, cores, 2 * cores, 300 * MIB, 310 * MIB);
    }

    @Test
    void tellsOfEachContainerWhatItAsksForMayHaveAndUsed() {
        var sandbox = new Part("sandbox", 1, 0.001, 0.001, 100 * MIB, 100 * MIB);
        var tables = tables(
                new Usage(List.of(search(1, 0.004), sandbox), 0.1, 0.002),
                new Usage(List.of(search(2, 0.6), sandbox), 1.98, 0.31));

        assertThat(tables.cpu())
                .containsExactly(
                        List.of("container", "asks for", "may have", "idle", "at the limit"),
                        List.of("sandbox", "20m", "1", "1 / 1", "1 / 1"),
                        List.of("search-service", "50m", "2", "4 / 8", "600 / 1200, each of 2"),
                        List.of("all containers", "-", "-", "5", "1201"),
                        List.of("who asks", "-", "-", "2", "310"),
                        List.of("the nodes, with all that runs there", "-", "-", "100", "1980"));
        assertThat(tables.memory())
                .containsExactly(
                        List.of("container", "asks for", "may have", "idle", "at the limit"),
                        List.of("sandbox", "-", "192Mi", "100 / 100", "100 / 100"),
                        List.of("search-service", "400Mi", "640Mi", "300 / 310", "300 / 310, each of 2"),
                        List.of("all containers", "-", "-", "400", "700"));
        assertThat(tables.isWhole()).isTrue();
    }

    @Test
    void saysOfWhomNothingWasHeard() {
        var tables = tables(new Usage(List.of(search(1, 0.1)), 0, 0), new Usage(List.of(search(1, 0.1)), 0, 0));

        assertThat(tables.memory().get(1)).containsExactly("sandbox", "-", "192Mi", "-", "-");
        assertThat(tables.isWhole()).isFalse();
        assertThat(new NeedsTables(Map.of(), Map.of()).isWhole()).isFalse();
    }
}
