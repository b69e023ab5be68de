package dev.universalapi.analytics.intake;

import dev.universalapi.analytics.intake.Producers.Numbered;
import dev.universalapi.analytics.intake.Rollups.Place;
import dev.universalapi.analytics.intake.Rollups.Row;
import dev.universalapi.analytics.usage.Grain;
import dev.universalapi.analytics.usage.Partitions;
import dev.universalapi.analytics.usage.Series;
import dev.universalapi.analytics.usage.Tally;
import dev.universalapi.contracts.event.search.UsageRecorded;
import dev.universalapi.platform.events.Received;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;

/// Counts events of usage: each once, in the transaction that is under way.
@AcrossTenants(because = "a batch holds the usage of many organisations")
final class UsageCounter {
    private final JdbcOperations system;
    private final Partitions partitions;
    private final SeriesNumbers series;
    private final RawUsage raw;
    private final Rollups rollups;
    private final Producers producers;

    UsageCounter(SystemDatabase database, Partitions partitions) {
        this.system = database.template();
        this.partitions = partitions;
        this.series = new SeriesNumbers(system);
        this.raw = new RawUsage(system);
        this.rollups = new Rollups(system);
        this.producers = new Producers(system);
    }

    /// Counts those that were not counted before.
    ///
    /// @return how many those were
    int count(List<Received<UsageRecorded>> arrived, Instant now) {
        partitions.make(arrived.stream().map(one -> Use.dayOf(one.event())).collect(Collectors.toSet()));
        system.query("select pg_advisory_xact_lock_shared(?)", _ -> {}, Rollups.LOCK);
        var numbers =
                series.of(arrived.stream().map(one -> Series.of(one.event())).collect(Collectors.toSet()));
        var uses = arrived.stream()
                .map(one ->
                        new Use(one.source(), one.id(), numbers.getOrDefault(Series.of(one.event()), -1L), one.event()))
                .toList();
        var fresh = raw.keep(uses);
        for (var grain : Grain.values()) {
            rollups.add(grain, rows(grain, fresh));
        }
        producers.saw(
                arrived.stream()
                        .filter(one -> one.producer() != null)
                        .map(one -> new Numbered(one.source(), String.valueOf(one.producer()), one.sequence()))
                        .toList(),
                now);
        return fresh.size();
    }

    private List<Row> rows(Grain grain, List<Use> uses) {
        var tallies = new TreeMap<Place, Tally>();
        for (var use : uses) {
            var event = use.event();
            var bucket = grain.floor(event.at());
            if (partitions.holds(grain, bucket)) {
                tallies.computeIfAbsent(new Place(event.organisation(), bucket, use.series()), _ -> new Tally())
                        .add(event.attempt(), event.settles(), event.units(), event.cost(), event.latencyMillis());
            }
        }
        return tallies.entrySet().stream()
                .map(one -> new Row(one.getKey(), one.getValue()))
                .toList();
    }
}
