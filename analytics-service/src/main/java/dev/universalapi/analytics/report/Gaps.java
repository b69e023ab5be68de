package dev.universalapi.analytics.report;

import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;

/// What producers numbered and nobody counted: usage that was never acknowledged, so it is not billed, or that is
/// still on its way.
@AcrossTenants(because = "a producer numbers the usage of all organisations in one row; no usage is shown")
final class Gaps {
    private static final int MOST = 1_000;

    private final JdbcOperations system;

    /// Numbers that are missing, both ends included.
    record Missing(long from, long to) {}

    /// A producer with numbers that are missing.
    ///
    /// @param source the service
    /// @param producer the process
    /// @param since when it was first heard of
    /// @param latest when it was last heard of; what is missing of one heard of just now may be on its way
    /// @param missing how many numbers
    /// @param ranges the first of them, in order
    record Gap(String source, String producer, Instant since, Instant latest, long missing, List<Missing> ranges) {}

    private record Key(String source, String producer, Instant since, Instant latest) {}

    private record Found(Key key, Missing missing) {}

    Gaps(SystemDatabase database) {
        this.system = database.template();
    }

    /// The producers heard of last first.
    List<Gap> list() {
        var found = system.query(
                """
                select source, producer, since, latest, lower(gap) as first, upper(gap) as after
                from producer, unnest(int8multirange(int8range(1, upper(seen))) - seen) as gap
                order by latest desc, source, producer, first limit ?
                """,
                (row, _) -> new Found(
                        new Key(
                                row.getString("source"),
                                row.getString("producer"),
                                row.getTimestamp("since").toInstant(),
                                row.getTimestamp("latest").toInstant()),
                        new Missing(row.getLong("first"), row.getLong("after") - 1)),
                MOST);
        var byProducer = new LinkedHashMap<Key, List<Missing>>();
        found.forEach(one ->
                byProducer.computeIfAbsent(one.key(), _ -> new ArrayList<>()).add(one.missing()));
        return byProducer.entrySet().stream().map(Gaps::gap).toList();
    }

    private static Gap gap(Map.Entry<Key, List<Missing>> producer) {
        var key = producer.getKey();
        var missing = producer.getValue().stream()
                .mapToLong(range -> range.to() - range.from() + 1)
                .sum();
        return new Gap(key.source(), key.producer(), key.since(), key.latest(), missing, producer.getValue());
    }
}
