package dev.universalapi.analytics.intake;

import dev.universalapi.analytics.intake.Rows.Column;
import dev.universalapi.analytics.intake.Use.Identity;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/// Every event of usage, each once.
final class RawUsage {
    private static final Comparator<Use> ORDER =
            Comparator.comparing(Use::day).thenComparing(Use::source).thenComparing(Use::id);
    private static final Rows<Use> INSERT = new Rows<>(
            """
            insert into usage (day, source, event, organisation, series, attempt, settles, units, unit, cost,
                latency_millis, at)
            select * from unnest(?::date[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::smallint[], ?::boolean[],
                ?::bigint[], ?::text[], ?::numeric[], ?::bigint[], ?::timestamptz[])
            on conflict do nothing
            returning source, event
            """,
            List.of(
                    new Column<>("date", use -> use.day().toString()),
                    new Column<>("text", Use::source),
                    new Column<>("text", Use::id),
                    new Column<>("text", use -> use.event().organisation()),
                    new Column<>("int8", Use::series),
                    new Column<>("int2", use -> (short) use.event().attempt()),
                    new Column<>("bool", use -> use.event().settles()),
                    new Column<>("int8", use -> use.event().units()),
                    new Column<>("text", use -> use.event().unit()),
                    new Column<>("numeric", use -> use.event().cost()),
                    new Column<>("int8", use -> use.event().latencyMillis()),
                    new Column<>("timestamptz", use -> use.event().at().toString())));

    private final JdbcOperations system;

    RawUsage(JdbcOperations system) {
        this.system = system;
    }

    /// Keeps those that are not known yet, and tells which they are.
    List<Use> keep(List<Use> uses) {
        var once = new LinkedHashMap<Identity, Use>();
        uses.stream().sorted(ORDER).forEach(use -> once.putIfAbsent(use.identity(), use));
        var kept = new HashSet<>(system.query(
                INSERT.of(List.copyOf(once.values())),
                (row, _) -> new Identity(row.getString("source"), row.getString("event"))));
        return once.values().stream()
                .filter(use -> kept.contains(use.identity()))
                .toList();
    }
}
