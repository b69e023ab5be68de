package dev.universalapi.analytics.usage;

import dev.universalapi.analytics.usage.Grain.Span;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The partitions of raw usage and of its sums: there before they are needed, gone when their time is over.
@AcrossTenants(because = "a partition holds the usage of all organisations")
public final class Partitions {
    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
    private static final Duration AHEAD = Duration.ofDays(3);
    /// What another replica, whose clock goes differently, still writes.
    private static final Duration GRACE = Duration.ofDays(1);
    private static final DateTimeFormatter NAME = DateTimeFormatter.BASIC_ISO_DATE;

    private final JdbcOperations system;
    private final TransactionTemplate apart;
    private final RetentionProperties retention;
    private final InstantSource clock;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    private record Table(String name, Span span, Duration kept) {
        String child(LocalDate first) {
            return name + "_" + NAME.format(first);
        }
    }

    Partitions(SystemDatabase system, RetentionProperties retention, InstantSource clock) {
        this.system = system.template();
        this.apart = new TransactionTemplate(
                new JdbcTransactionManager(system.source()),
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        this.retention = retention;
        this.clock = clock;
    }

    /// Whether sums of a grain are still kept for a time.
    public boolean holds(Grain grain, Instant bucket) {
        return bucket.isAfter(clock.instant().minus(retention.of(grain)));
    }

    /// Whether raw usage of a day is still kept.
    public boolean holds(LocalDate day) {
        return Span.DAY.end(day).isAfter(clock.instant().minus(retention.usage()));
    }

    /// Makes those that usage of these days goes into, in transactions of their own, so that nobody who counts
    /// waits for one who makes a partition and counts as well.
    public void make(Collection<LocalDate> days) {
        for (var day : days) {
            tables().forEach(table -> {
                var first = table.span().first(day);
                if (!known.contains(table.child(first))) {
                    make(table, first);
                }
            });
        }
    }

    private void make(Table table, LocalDate first) {
        apart.executeWithoutResult(_ -> system.query(
                "select make_partition(?, ?, ?)",
                _ -> {},
                table.name(),
                first,
                table.span().after(first)));
        known.add(table.child(first));
    }

    /// Makes those of the next days, and drops those whose time is over.
    ///
    /// @return whether sums by day were among them, so that there may be series of which nothing is kept
    public boolean sweep() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        make(Stream.iterate(today, day -> day.plusDays(1))
                .limit(AHEAD.toDays() + 1)
                .toList());
        var dropped = tables().filter(this::drop).map(Table::name).toList();
        system.update(
                "delete from producer where latest < ?::timestamptz",
                clock.instant().minus(retention.usage()).toString());
        return dropped.contains(Grain.DAY.table());
    }

    private boolean drop(Table table) {
        var children = system.query(
                "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = ?::regclass",
                (row, _) -> row.getString(1),
                table.name());
        var oldest = clock.instant().minus(table.kept()).minus(GRACE);
        var any = false;
        for (var child : children) {
            var first = LocalDate.parse(child.substring(table.name().length() + 1), NAME);
            if (table.span().end(first).isBefore(oldest)) {
                apart.executeWithoutResult(_ -> system.query("select drop_partition(?)", _ -> {}, child));
                known.remove(child);
                any = true;
                LOG.atInfo().addKeyValue("partition", child).log("Usage was kept as long as it is to be");
            }
        }
        return any;
    }

    private Stream<Table> tables() {
        return Stream.concat(
                Stream.of(new Table("usage", Span.MONTH, retention.usage())),
                Arrays.stream(Grain.values())
                        .map(grain -> new Table(grain.table(), grain.span(), retention.of(grain))));
    }
}
