package dev.universalapi.bench.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.bench.capacity.Snapshot.Reading;
import dev.universalapi.bench.capacity.Usage.Part;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTests {
    private static final Instant BEGUN = Instant.parse("2026-11-26T15:00:00Z");
    private static final long SECOND = 1_000_000_000;

    private static Reading reading(String place, int second, double cores, long bytes) {
        return new Reading(place, "gateway", BEGUN.plusSeconds(second), (long) (cores * SECOND), bytes);
    }

    private static Snapshot snapshot(Reading... containers) {
        return new Snapshot(List.of(), List.of(containers));
    }

    private static Part part(Snapshot... snapshots) {
        return Usage.of(List.of(snapshots), BEGUN, 0).part("gateway").orElseThrow();
    }

    @Test
    void dividesWhatWasUsedByTheTimeBetweenReadings() {
        var part = part(
                snapshot(reading("a", 0, 100, 10)),
                snapshot(reading("a", 10, 105, 30)),
                snapshot(reading("a", 20, 120, 20)));

        assertThat(part).isEqualTo(new Part("gateway", 1, 1.0, 1.5, 20, 30));
    }

    @Test
    void leavesOutWhatWasReadBeforeItBegan() {
        var part = part(
                snapshot(reading("a", -9, 0, 1)),
                snapshot(reading("a", 1, 100, 1)),
                snapshot(reading("a", 11, 105, 1)));

        assertThat(part.cores()).isEqualTo(0.5);
    }

    @Test
    void takesWhatWasReadBeforeWhereThereIsNoMore() {
        var part = part(snapshot(reading("a", -5, 100, 1)), snapshot(reading("a", 5, 104, 1)));

        assertThat(part.cores()).isEqualTo(0.4);
    }

    @Test
    void isNothingWhereTheKubeletSaysTheSameAgain() {
        var part = part(snapshot(reading("a", 3, 100, 7)), snapshot(reading("a", 3, 100, 7)));

        assertThat(part).isEqualTo(new Part("gateway", 1, 0, 0, 7, 7));
    }

    @Test
    void isOfOneContainerWhereThereAreMore() {
        var part = part(
                snapshot(reading("a", 0, 10, 10), reading("b", 0, 50, 30)),
                snapshot(reading("a", 10, 12, 10), reading("b", 10, 58, 30)));

        assertThat(part).isEqualTo(new Part("gateway", 2, 0.5, 0.8, 20, 30));
        assertThat(part.allCores()).isEqualTo(1.0);
    }

    @Test
    void forgetsWhoWasGoneInTheEnd() {
        var part = part(
                snapshot(reading("left", 0, 0, 1000), reading("a", 0, 0, 10)),
                snapshot(reading("left", 5, 5, 1000), reading("a", 5, 1, 10)),
                snapshot(reading("a", 10, 2, 10)));

        assertThat(part).isEqualTo(new Part("gateway", 1, 0.2, 0.2, 10, 10));
    }

    @Test
    void addsUpNodes() {
        var before = new Snapshot(List.of(node("one", 0, 0), node("two", 0, 0)), List.of());
        var after = new Snapshot(List.of(node("one", 10, 15), node("two", 20, 10)), List.of());

        assertThat(Usage.of(List.of(before, after), BEGUN, 0).nodes()).isEqualTo(2.0);
    }

    private static Reading node(String name, int second, int cores) {
        return new Reading("", name, BEGUN.plusSeconds(second), cores * SECOND, 0);
    }
}
