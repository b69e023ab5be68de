package dev.universalapi.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.analytics.Store;
import dev.universalapi.analytics.report.question.Dimension;
import dev.universalapi.analytics.report.question.Question;
import dev.universalapi.analytics.usage.Grain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReportsTests {
    private static final Store STORE = new Store();
    private static final Instant FROM = Instant.parse("2026-03-10T10:00:00Z");

    /// Five minutes of two providers, of which each sum has one latency: 7 ms.
    @BeforeAll
    static void fill() {
        var system = STORE.database().system().template();
        system.query("select make_partition('usage_minute', '2026-03-10', '2026-03-11')", _ -> {});
        system.update("""
                insert into series (organisation, key, category, operation, provider, outcome, cached)
                values ('sun', 'k', 'c', 'o', 'p1', 'ok', false), ('sun', 'k', 'c', 'o', 'p2', 'timeout', false)""");
        system.update("""
                insert into usage_minute (organisation, bucket, series, events, requests, attempts, units, cost, latency)
                select 'sun', bucket, id, 1, 1, 1, 1, 0.10, '\\x010107'
                from generate_series('2026-03-10T10:00Z'::timestamptz, '2026-03-10T10:04Z', '1 minute') bucket, series""");
    }

    @Test
    void aPageEndsEarlyWhereItTakesLongAndGoesOnInTheNext() {
        var first = page(Duration.ZERO, byMinute(100, null));

        assertThat(first.data()).hasSize(2);
        assertThat(first.meta().next()).isNotNull();
    }

    @Test
    void pagesThatEndEarlyTellWhatOnePageWould() {
        var whole = page(Duration.ofDays(1), byMinute(100, null));

        var paged = new ArrayList<Group>();
        Question.@Nullable Position after = null;
        Page page;
        do {
            page = page(Duration.ZERO, byMinute(3, after));
            paged.addAll(page.data());
            after = page.data().getLast().position();
        } while (page.meta().next() != null);

        assertThat(whole.data()).hasSize(10);
        assertThat(whole.meta().next()).isNull();
        assertThat(paged).isEqualTo(whole.data());
    }

    @Test
    void addsPartsOfAGroupTogether() {
        var question = new Question(List.of(), Map.of(), null, FROM, FROM.plusSeconds(300), null, 100, null);

        var page = page(Duration.ofDays(1), question);

        assertThat(page.data()).hasSize(1);
        assertThat(page.data().getFirst().values())
                .containsEntry("requests", 10L)
                .containsEntry("count", 10L)
                .containsEntry("p99Millis", 7L);
        assertThat(page.data().getFirst().values().get("share")).hasToString("0.5");
        assertThat(page.data().getFirst().values().get("costUsd")).hasToString("1");
    }

    private static Page page(Duration patience, Question question) {
        var reports = new Reports(STORE.database().tenants(), STORE.database().jdbc(), patience);
        return reports.page("sun", Report.at("/api/analytics/providers"), question);
    }

    private static Question byMinute(int limit, Question.@Nullable Position after) {
        return new Question(
                List.of(Dimension.PROVIDER), Map.of(), null, FROM, FROM.plusSeconds(300), Grain.MINUTE, limit, after);
    }
}
