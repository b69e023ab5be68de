package dev.universalapi.analytics.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.universalapi.analytics.intake.Rows.Column;
import dev.universalapi.analytics.usage.Series;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/// The numbers of series.
final class SeriesNumbers {
    private static final int REMEMBERED = 100_000;
    private static final String NAMES = "organisation, key, category, operation, provider, outcome, cached";
    private static final String UNNESTED =
            "unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[])";
    private static final List<Column<Series>> COLUMNS = List.of(
            new Column<>("text", Series::organisation),
            new Column<>("text", Series::key),
            new Column<>("text", Series::category),
            new Column<>("text", Series::operation),
            new Column<>("text", Series::provider),
            new Column<>("text", Series::outcome),
            new Column<>("bool", Series::cached));
    private static final Rows<Series> FIND = new Rows<>(
            "select s.* from series s join %s as n(%s) using (%s)".formatted(UNNESTED, NAMES, NAMES), COLUMNS);
    private static final Rows<Series> ADD = new Rows<>(
            "insert into series (%s) select * from %s on conflict do nothing".formatted(NAMES, UNNESTED), COLUMNS);
    private static final RowMapper<Map.Entry<Series, Long>> NUMBERED = (row, _) -> Map.entry(
            new Series(
                    row.getString("organisation"),
                    row.getString("key"),
                    row.getString("category"),
                    row.getString("operation"),
                    row.getString("provider"),
                    row.getString("outcome"),
                    row.getBoolean("cached")),
            row.getLong("id"));

    private final JdbcOperations system;
    private final Cache<Series, Long> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private volatile long removals = -1;

    SeriesNumbers(JdbcOperations system) {
        this.system = system;
    }

    /// The number of each; new ones get theirs with this transaction, which holds [Rollups#LOCK], so that none is
    /// removed meanwhile.
    Map<Series, Long> of(Collection<Series> wanted) {
        forgetRemoved();
        var numbers = new HashMap<>(remembered.getAllPresent(wanted));
        var unknown = missing(wanted, numbers);
        if (unknown.isEmpty()) {
            return numbers;
        }
        var found = find(unknown);
        // what this transaction adds may be rolled back, what it finds is there until it is removed
        remembered.putAll(found);
        numbers.putAll(found);
        var added = missing(unknown, numbers);
        if (!added.isEmpty()) {
            system.update(ADD.of(added));
            numbers.putAll(find(added));
        }
        return numbers;
    }

    private void forgetRemoved() {
        var now = system.query("select last_value from series_removal", (row, _) -> row.getLong(1))
                .getFirst();
        if (now != removals) {
            remembered.invalidateAll();
            removals = now;
        }
    }

    private Map<Series, Long> find(List<Series> wanted) {
        var found = new HashMap<Series, Long>();
        system.query(FIND.of(wanted), NUMBERED).forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    // in one order, so that no two wait for each other
    private static List<Series> missing(Collection<Series> wanted, Map<Series, Long> known) {
        return wanted.stream()
                .filter(one -> !known.containsKey(one))
                .distinct()
                .sorted()
                .toList();
    }
}
