package dev.universalapi.bench.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every report of a day: by any two dimensions, of all times and grains, filtered, by the usual and the largest page.
record Questions(LocalDate day) {
    private static final List<String> REPORTS = List.of("usage", "errors", "costs", "providers", "latency");
    private static final List<String> DIMENSIONS =
            List.of("organisation", "key", "category", "operation", "provider", "outcome");
    private static final List<String> FILTERS = List.of(
            "key=key-3",
            "category=category-2",
            "operation=operation-4",
            "provider=provider-4-1",
            "outcome=ok",
            "outcome=timeout",
            "cached=false",
            "cached=true");
    private static final List<Integer> LIMITS = List.of(100, 1_000);

    /// Paths by what they have in common.
    Map<String, List<String>> all() {
        var whole = "from=%s&to=%s".formatted(day, day.plusDays(1));
        // the most there is to read: as many minutes as can be beside whole hours
        var edges = "from=%1$sT00:01:00Z&to=%1$sT23:59:00Z".formatted(day);
        var times = new LinkedHashMap<String, String>();
        times.put("the day", whole);
        times.put("but two minutes", edges);
        times.put("by hour", whole + "&bucket=hour");
        times.put("by minute", whole + "&bucket=minute");
        var all = new LinkedHashMap<String, List<String>>();
        for (var report : REPORTS) {
            times.forEach(
                    (name, time) -> all.put(report + ", " + name, paths("/api/analytics/" + report + "?" + time)));
        }
        return all;
    }

    private static List<String> paths(String start) {
        var paths = new ArrayList<String>();
        for (var limit : LIMITS) {
            for (var by : groupings()) {
                paths.add(start + "&limit=" + limit + "&by=" + by);
            }
            for (var filter : FILTERS) {
                paths.add(start + "&limit=" + limit + "&by=&" + filter);
                paths.add(start + "&limit=" + limit + "&by=provider,outcome&" + filter);
            }
        }
        return paths;
    }

    private static List<String> groupings() {
        var groupings = new ArrayList<>(List.of(""));
        for (var i = 0; i < DIMENSIONS.size(); i++) {
            groupings.add(DIMENSIONS.get(i));
            for (var j = i + 1; j < DIMENSIONS.size(); j++) {
                groupings.add(DIMENSIONS.get(i) + "," + DIMENSIONS.get(j));
            }
        }
        return groupings;
    }
}
