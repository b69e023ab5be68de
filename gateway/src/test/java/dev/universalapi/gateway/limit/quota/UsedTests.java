package dev.universalapi.gateway.limit.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.gateway.limit.quota.Used.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsedTests {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void comesToSomethingForEachThatAQuotaCanBeOf() {
        var used = new Used(
                List.of(new Row("key_1", "weather", 2, 30), new Row("key_1", "chat", 0, 5)), Map.of("key_1", "prj_a"));

        assertThat(used.fields(NOON))
                .containsEntry("2026-11/o/*", 35L)
                .containsEntry("2026-11/o/weather", 30L)
                .containsEntry("2026-11/k:key_1/*", 35L)
                .containsEntry("2026-11/p:prj_a/chat", 5L)
                .containsEntry("2026-11-26/o/*", 2L)
                .doesNotContainKey("2026-11-26/o/chat");
    }

    @Test
    void aKeyOfWhichNobodyKnowsTheProjectCountsForEveryProject() {
        var used = new Used(
                List.of(
                        new Row("key_1", "weather", 0, 1),
                        new Row("key_2", "weather", 0, 10),
                        new Row("key_3", "weather", 0, 100)),
                Map.of("key_1", "prj_a", "key_2", "prj_b"));

        assertThat(used.fields(NOON))
                .containsEntry("2026-11/p:prj_a/*", 101L)
                .containsEntry("2026-11/p:prj_b/*", 110L)
                .containsEntry("2026-11/o/*", 111L);
    }

    @Test
    void remembersTheProjectsOfKeysThatCalled() {
        var projects = new Projects();
        projects.note("key_1", "prj_a");
        projects.note("key_1", "prj_b");
        projects.note("key_2", "prj_a");

        assertThat(projects.of(List.of("key_1", "key_3"))).isEqualTo(Map.of("key_1", "prj_b"));
    }
}
