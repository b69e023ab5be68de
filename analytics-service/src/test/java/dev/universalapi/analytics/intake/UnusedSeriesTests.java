package dev.universalapi.analytics.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.analytics.Store;
import dev.universalapi.analytics.Uses;
import dev.universalapi.analytics.usage.Series;
import dev.universalapi.analytics.usage.UsualPartitions;
import dev.universalapi.platform.tenant.SystemDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnusedSeriesTests {
    private static final Store STORE = new Store();
    private static final Instant THEN = Instant.parse("2016-03-10T12:00:00Z");
    private static final Instant NOW = Instant.parse("2027-06-01T12:00:00Z");

    private final SystemDatabase system = STORE.database().system();
    private final SeriesNumbers numbers = new SeriesNumbers(system.template());

    @Test
    void goWithTheirLastUsageAndAreCountedAnewAfterwards() {
        var old = Uses.at("2016-03-10T10:00:00Z").by("gone");
        var used = Uses.at("2027-06-01T10:00:00Z").by("there");
        count(old, THEN);
        count(used, NOW);
        var first = number(old);
        var kept = number(used);

        new Sweeping(UsualPartitions.of(system, NOW), new UnusedSeries(system), STORE.database()).sweep();

        assertThat(providers()).containsExactly("there");
        assertThat(number(used)).isEqualTo(kept);
        assertThat(number(old)).isNotEqualTo(first);
        assertThat(providers()).containsExactlyInAnyOrder("there", "gone");
    }

    private void count(Uses use, Instant now) {
        var counter = new UsageCounter(system, UsualPartitions.of(system, now));
        system.transactions().executeWithoutResult(_ -> counter.count(List.of(use.in("r-" + use.provider())), now));
    }

    private long number(Uses use) {
        var series = Series.of(use.in("any").event());
        return Objects.requireNonNull(system.transactions().execute(_ -> numbers.of(Set.of(series))))
                .getOrDefault(series, -1L);
    }

    private List<String> providers() {
        return system.template().query("select provider from series", (row, _) -> row.getString(1));
    }
}
