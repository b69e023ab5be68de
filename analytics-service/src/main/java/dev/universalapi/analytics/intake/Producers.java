package dev.universalapi.analytics.intake;

import dev.universalapi.analytics.intake.Rows.Column;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcOperations;

/// Which numbers of each producer were counted.
final class Producers {
    private static final Rows<Seen> ADD = new Rows<>(
            """
            insert into producer as p (source, producer, seen, since, latest)
            select source, producer, seen::int8multirange, at, at
            from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[]) as n(source, producer, seen, at)
            on conflict (source, producer) do update set
                seen = p.seen + excluded.seen,
                since = least(p.since, excluded.since),
                latest = greatest(p.latest, excluded.latest)
            """,
            List.of(
                    new Column<>("text", Seen::source),
                    new Column<>("text", Seen::producer),
                    new Column<>("text", seen -> ranges(seen.numbers())),
                    new Column<>("timestamptz", seen -> seen.at().toString())));

    private final JdbcOperations system;

    /// Numbers of a producer.
    ///
    /// @param at when they were counted
    record Seen(String source, String producer, SortedSet<Long> numbers, Instant at) {}

    /// One number of a producer.
    record Numbered(String source, String producer, long number) {}

    Producers(JdbcOperations system) {
        this.system = system;
    }

    void saw(List<Numbered> numbered, Instant at) {
        var byProducer = new TreeMap<String, Seen>();
        for (var one : numbered) {
            byProducer
                    .computeIfAbsent(
                            one.source() + "\n" + one.producer(),
                            _ -> new Seen(one.source(), one.producer(), new TreeSet<>(), at))
                    .numbers()
                    .add(one.number());
        }
        if (!byProducer.isEmpty()) {
            system.update(ADD.of(List.copyOf(byProducer.values())));
        }
    }

    /// As PostgreSQL writes it: `{[1,4),[6,7)}`.
    static String ranges(SortedSet<Long> numbers) {
        var text = new StringBuilder("{");
        long first = 0;
        long after = Long.MIN_VALUE;
        for (long number : numbers) {
            if (number != after) {
                close(text, first, after);
                first = number;
            }
            after = number + 1;
        }
        close(text, first, after);
        return text.append('}').toString();
    }

    private static void close(StringBuilder text, long first, long after) {
        if (after != Long.MIN_VALUE) {
            text.append(text.length() > 1 ? "," : "")
                    .append('[')
                    .append(first)
                    .append(',')
                    .append(after)
                    .append(')');
        }
    }
}
