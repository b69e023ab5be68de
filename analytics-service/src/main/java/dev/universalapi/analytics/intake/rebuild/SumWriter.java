package dev.universalapi.analytics.intake.rebuild;

import dev.universalapi.analytics.intake.Rollups;
import dev.universalapi.analytics.intake.Rollups.Place;
import dev.universalapi.analytics.intake.Rollups.Row;
import dev.universalapi.analytics.usage.Grain;
import dev.universalapi.analytics.usage.Tally;
import java.time.Instant;
import java.util.TreeMap;

/// Writes the sums of a grain, many at once.
final class SumWriter {
    private static final int MOST = 1_000;

    private final Grain grain;
    private final Rollups rollups;
    private final TreeMap<Place, Tally> open = new TreeMap<>();

    SumWriter(Grain grain, Rollups rollups) {
        this.grain = grain;
        this.rollups = rollups;
    }

    Tally at(String organisation, Instant at, long series) {
        var place = new Place(organisation, grain.floor(at), series);
        if (open.size() >= MOST && !open.containsKey(place)) {
            close();
        }
        return open.computeIfAbsent(place, _ -> new Tally());
    }

    void close() {
        rollups.add(
                grain,
                open.entrySet().stream()
                        .map(one -> new Row(one.getKey(), one.getValue()))
                        .toList());
        open.clear();
    }
}
