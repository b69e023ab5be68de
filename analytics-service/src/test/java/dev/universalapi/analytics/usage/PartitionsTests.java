package dev.universalapi.analytics.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.analytics.Store;
import dev.universalapi.platform.tenant.SystemDatabase;
import dev.universalapi.testkit.store.RealStores;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

@RealStores
class PartitionsTests {
    private static final Store STORE = new Store();

    private final SystemDatabase system = STORE.database().system();

    @Test
    void areMadeAheadAndDroppedWhenTheirTimeIsOver() {
        var before = UsualPartitions.of(system, Instant.parse("2026-01-30T12:00:00Z"));
        before.sweep();

        assertThat(children("usage_minute"))
                .containsExactly(
                        "usage_minute_20260130",
                        "usage_minute_20260131",
                        "usage_minute_20260201",
                        "usage_minute_20260202");
        assertThat(children("usage")).containsExactly("usage_20260101", "usage_20260201");

        UsualPartitions.of(system, Instant.parse("2026-02-17T12:00:00Z")).sweep();

        assertThat(children("usage_minute")).first().isEqualTo("usage_minute_20260202");
        assertThat(children("usage")).contains("usage_20260101");

        UsualPartitions.of(system, Instant.parse("2026-05-03T12:00:00Z")).sweep();

        assertThat(children("usage")).doesNotContain("usage_20260101").contains("usage_20260201", "usage_20260501");
        assertThat(children("usage_day")).containsExactly("usage_day_20260101");
    }

    @Test
    void holdWhatIsKeptAndNothingElse() {
        var partitions = UsualPartitions.of(system, Instant.parse("2026-03-10T12:00:00Z"));

        assertThat(partitions.holds(Grain.MINUTE, Instant.parse("2026-02-25T00:00:00Z")))
                .isTrue();
        assertThat(partitions.holds(Grain.MINUTE, Instant.parse("2026-02-23T00:00:00Z")))
                .isFalse();
        assertThat(partitions.holds(LocalDate.parse("2025-12-10"))).isTrue();
        assertThat(partitions.holds(LocalDate.parse("2025-12-09"))).isFalse();
    }

    @Test
    void nothingElseCanBeDroppedByName() {
        for (var name : List.of("series", "usage", "usage_minute", "usage_20260101; drop table series")) {
            assertThatThrownBy(() -> system.jdbc()
                            .sql("select drop_partition(?)")
                            .param(name)
                            .query()
                            .listOfRows())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("no partition of usage");
        }
    }

    @Test
    void areNotKeptForAnHour() {
        assertThatThrownBy(() -> new RetentionProperties(
                        Duration.ofHours(1), Duration.ofDays(14), Duration.ofDays(400), Duration.ofDays(3_660)))
                .hasMessage("universal.analytics.retention.* must be 2d or longer");
    }

    @Test
    void aSeriesIsForgottenWithItsLastDay() {
        assertThatThrownBy(() -> new RetentionProperties(
                        Duration.ofDays(90), Duration.ofDays(14), Duration.ofDays(60), Duration.ofDays(3_660)))
                .hasMessageContaining("hours must be kept as long as usage");
        assertThatThrownBy(() -> new RetentionProperties(
                        Duration.ofDays(90), Duration.ofDays(14), Duration.ofDays(400), Duration.ofDays(365)))
                .hasMessageContaining("days as long as hours");
    }

    private List<String> children(String table) {
        return system.template()
                .query(
                        "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                                + " where i.inhparent = ?::regclass order by 1",
                        (row, _) -> row.getString(1),
                        table);
    }
}
