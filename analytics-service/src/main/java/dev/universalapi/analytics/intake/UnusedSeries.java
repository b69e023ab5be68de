package dev.universalapi.analytics.intake;

import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes series whose last usage is no longer kept. Sums by day are kept the longest, so they tell.
@AcrossTenants(because = "usage of all organisations is kept equally long")
final class UnusedSeries {
    private static final Logger LOG = LoggerFactory.getLogger(UnusedSeries.class);

    private final SystemDatabase database;

    UnusedSeries(SystemDatabase database) {
        this.database = database;
    }

    /// An organisation at a time, while nobody counts: who counts remembers numbers of series.
    void remove() {
        database.template()
                .query("select distinct organisation from series", (row, _) -> row.getString(1))
                .forEach(this::remove);
    }

    private void remove(String organisation) {
        database.transactions().executeWithoutResult(_ -> {
            var system = database.template();
            system.query("select pg_advisory_xact_lock(?)", _ -> {}, Rollups.LOCK);
            var removed = system.update("""
                    delete from series s where organisation = ? and not exists (
                        select from usage_day d where d.organisation = s.organisation and d.series = s.id)
                    """, organisation);
            if (removed > 0) {
                system.query("select nextval('series_removal')", _ -> {});
                LOG.atInfo().addKeyValue("series", removed).log("Nothing is kept of series any more");
            }
        });
    }
}
