package dev.universalapi.gateway.limit.quota;

import dev.universalapi.gateway.limit.plan.Period;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an organisation has used this month and today.
///
/// @param rows by key and category
/// @param projects of keys, as far as they are known
public record Used(List<Row> rows, Map<String, String> projects) {

    /// @param month calls since the month began
    /// @param day calls since the day began
    public record Row(String key, String category, long day, long month) {}

    public Used {
        rows = List.copyOf(rows);
        projects = Map.copyOf(projects);
    }

    /// What it comes to for each that a quota can be of, by [Counter#field]. A key of which nobody knows the project
    /// counts for every project.
    public Map<String, Long> fields(Instant now) {
        var fields = new HashMap<String, Long>();
        for (var row : rows) {
            add(fields, Period.DAY.at(now), row, row.day());
            add(fields, Period.MONTH.at(now), row, row.month());
        }
        return fields;
    }

    private void add(Map<String, Long> fields, String period, Row row, long amount) {
        if (amount == 0) {
            return;
        }
        add(fields, period + "/o/", row.category(), amount);
        add(fields, period + "/k:" + row.key() + "/", row.category(), amount);
        var project = projects.get(row.key());
        var meant = project == null ? Set.copyOf(projects.values()) : Set.of(project);
        for (var each : meant) {
            add(fields, period + "/p:" + each + "/", row.category(), amount);
        }
    }

    private static void add(Map<String, Long> fields, String prefix, String category, long amount) {
        fields.merge(prefix + "*", amount, Long::sum);
        fields.merge(prefix + category, amount, Long::sum);
    }
}
