package dev.universalapi.analytics.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.analytics.Store;
import dev.universalapi.analytics.Uses;
import dev.universalapi.analytics.usage.Grain;
import dev.universalapi.analytics.usage.Latencies;
import dev.universalapi.analytics.usage.UsualPartitions;
import dev.universalapi.contracts.event.search.UsageRecorded;
import dev.universalapi.platform.events.Received;
import dev.universalapi.platform.tenant.SystemDatabase;
import dev.universalapi.testkit.store.RealStores;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RealStores
class UsageCounterTests {
    private static final Store STORE = new Store();
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private final SystemDatabase system = STORE.database().system();
    private final UsageCounter counter = new UsageCounter(system, UsualPartitions.of(system, NOW));

    @BeforeEach
    void empty() {
        system.template().execute("delete from usage");
        for (var grain : Grain.values()) {
            system.template().execute("delete from " + grain.table());
        }
        system.template().execute("delete from producer");
    }

    @Test
    void addsUpByMinuteHourAndDay() {
        var first = Uses.at("2026-03-10T10:15:00.500Z").in("r1", 1, false, "0.25");
        var second = Uses.at("2026-03-10T10:15:59.999Z").in("r1", 2, true, "0.50");
        var later = Uses.at("2026-03-10T10:16:00Z").in("r2");
        var cached = Uses.at("2026-03-10T11:00:00Z").outOfCache().in("r3");

        count(List.of(first, second, later, cached));

        assertThat(sums(Grain.MINUTE)).containsExactly("10:15 2 1 2 0.75", "10:16 1 1 1 0.001", "11:00 1 1 0 0.001");
        assertThat(sums(Grain.HOUR)).containsExactly("10:00 3 2 3 0.751", "11:00 1 1 0 0.001");
        assertThat(sums(Grain.DAY)).containsExactly("00:00 1 1 0 0.001", "00:00 3 2 3 0.751");
    }

    @Test
    void countsNothingTwice() {
        var one = Uses.at("2026-03-10T10:15:00Z").in("r1");
        var other = Uses.at("2026-03-10T10:15:00Z").in("r2");

        var first = count(List.of(one, one));
        var second = count(List.of(one, other));

        assertThat(first).isEqualTo(1);
        assertThat(second).isEqualTo(1);
        assertThat(sums(Grain.DAY)).containsExactly("00:00 2 2 2 0.002");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sumsAreThoseOfRawUsageWhateverTheBatchesAndWhoeverCounts(long seed) throws Exception {
        var random = new Random(seed);
        var events = new ArrayList<>(IntStream.range(0, 600)
                .mapToObj(number -> random(random, number))
                .toList());
        events.addAll(List.copyOf(events.subList(0, 200)));
        Collections.shuffle(events, random);

        try (var workers = Executors.newFixedThreadPool(2)) {
            var work = new ArrayList<Callable<Integer>>();
            for (int from = 0; from < events.size(); ) {
                var to = Math.min(events.size(), from + 1 + random.nextInt(120));
                var batch = List.copyOf(events.subList(from, to));
                work.add(() -> count(batch));
                from = to;
            }
            var counted = 0;
            for (var done : workers.invokeAll(work)) {
                counted += done.get();
            }
            assertThat(counted).isEqualTo(600);
        }

        for (var grain : Grain.values()) {
            assertThat(all("select organisation, bucket, series, events, requests, attempts, units, cost from "
                            + grain.table()))
                    .as(grain.label())
                    .containsExactlyInAnyOrderElementsOf(all("""
                            select organisation, date_trunc('%s', at, 'UTC') as bucket, series, count(*) as events,
                                count(*) filter (where settles) as requests, count(*) filter (where attempt > 0) as attempts,
                                sum(units)::bigint as units, sum(cost) as cost
                            from usage group by 1, 2, 3""".formatted(grain.label())));
        }
    }

    @Test
    void manyLatenciesStayOneShortSketch() {
        for (int round = 0; round < 40; round++) {
            var start = round * 100;
            count(IntStream.range(start, start + 100)
                    .mapToObj(number ->
                            Uses.at("2026-03-10T10:15:00Z").taking(number).in("r" + number))
                    .toList());
        }

        var sketch = system.jdbc()
                .sql("select latency from usage_day")
                .query(byte[].class)
                .single();

        var latencies = new Latencies();
        latencies.add(sketch);
        assertThat(latencies.count()).isEqualTo(4_000);
        assertThat(latencies.quantile(0.5)).isBetween(1_960.0, 2_040.0);
        assertThat(sketch.length).isLessThan(2_000);
    }

    @Test
    void sumsAreNotKeptForTimesThatAreOver() {
        count(List.of(Uses.at("2026-02-20T10:00:00Z").in("old")));

        assertThat(sums(Grain.MINUTE)).isEmpty();
        assertThat(sums(Grain.HOUR)).hasSize(1);
    }

    @Test
    void remembersWhichNumbersOfAProducerCame() {
        count(List.of(numbered("r1", 1), numbered("r2", 2), numbered("r5", 5)));
        count(List.of(numbered("r4", 4), numbered("r7", 7)));

        assertThat(system.jdbc()
                        .sql("select seen::text from producer")
                        .query(String.class)
                        .single())
                .isEqualTo("{[1,3),[4,6),[7,8)}");
    }

    @Test
    void whatIsRolledBackIsNotCountedAndCanBeCountedLater() {
        var event = Uses.at("2026-03-10T10:15:00Z").of("rolled-back").in("r1");
        system.transactions().executeWithoutResult(transaction -> {
            counter.count(List.of(event), NOW);
            transaction.setRollbackOnly();
        });

        var counted = count(List.of(event));

        assertThat(counted).isEqualTo(1);
        assertThat(system.jdbc()
                        .sql("select count(*) from usage_day join series on id = series where provider = 'open-meteo'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static Received<UsageRecorded> numbered(String request, long number) {
        return Uses.numbered(Uses.at("2026-03-10T10:15:00Z").in(request), "p1", number);
    }

    private static Received<UsageRecorded> random(Random random, int number) {
        var at = NOW.minusSeconds(random.nextInt(3 * 24 * 3600));
        var use = Uses.at(at.toString())
                .of("org-" + random.nextInt(4))
                .by("provider-" + random.nextInt(3))
                .ending(random.nextBoolean() ? "ok" : "timeout")
                .taking(random.nextLong(3_000));
        return use.in(
                "r" + number,
                1 + random.nextInt(3),
                random.nextBoolean(),
                BigDecimal.valueOf(random.nextInt(1_000), 6).toPlainString());
    }

    private int count(List<Received<UsageRecorded>> batch) {
        var counted = system.transactions().execute(_ -> counter.count(batch, NOW));
        return counted == null ? -1 : counted;
    }

    private List<Map<String, @Nullable Object>> all(String sql) {
        return system.jdbc().sql(sql).query().listOfRows();
    }

    private List<@Nullable String> sums(Grain grain) {
        return system.jdbc()
                .sql("select to_char(bucket at time zone 'UTC', 'HH24:MI') || ' ' || events || ' ' || requests || ' '"
                        + " || attempts || ' ' || cost from %s order by 1".formatted(grain.table()))
                .query(String.class)
                .list();
    }
}
