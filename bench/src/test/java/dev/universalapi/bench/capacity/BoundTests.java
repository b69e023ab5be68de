package dev.universalapi.bench.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.bench.capacity.Usage.Part;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundTests {
    private static final Map<String, Allowance> ALLOWED = Map.of(
            "gateway", new Allowance("50m", "384Mi", "2", "512Mi"),
            "redis", new Allowance("50m", "64Mi", "500m", "256Mi"),
            "free", new Allowance("-", "-", "-", "-"));

    private static Bound bound(double nodes, Part... parts) {
        return new Bound(new Usage(List.of(parts), nodes, 0.25), 4, ALLOWED);
    }

    private static Part part(String name, int count, double cores) {
        return new Part(name, count, cores, cores, 0, 0);
    }

    @Test
    void isTheNodesWhereTheirCoresAreFull() {
        assertThat(bound(3.9, part("redis", 1, 0.5)))
                .hasToString("the cores of the nodes, of which 3.90 of 4 were used");
    }

    @Test
    void isWhoHasAllThatItMay() {
        assertThat(bound(2, part("gateway", 1, 1.2), part("redis", 1, 0.48), part("free", 1, 3)))
                .hasToString("the cores that redis may have, 0.48 of them used");
    }

    @Test
    void isSomethingElseWhereCoresAreLeft() {
        assertThat(bound(2, part("gateway", 3, 0.6), part("redis", 1, 0.1)).toString())
                .startsWith("no CPU: 2.00 of 4");
    }

    @Test
    void namesWhoUsedMostFirst() {
        assertThat(bound(2, part("redis", 1, 0.7), part("gateway", 3, 0.3)).busiest())
                .isEqualTo("gateway 0.90, redis 0.70; who asks 0.25");
    }
}
