package dev.universalapi.auth.key.lookup;

import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// When keys were last used, to the minute.
@AcrossTenants(because = "a gateway tells of the keys of all organisations at once")
final class Uses {
    // what another gateway tells of at the same moment is skipped: it is the same minute
    private static final String WRITE = """
            with used as (select id, least(at::timestamptz, ?::timestamptz) as at from unnest(?, ?) told (id, at)),
                free as (select k.id, used.at from api_key k join used on used.id = k.id
                    where k.last_used_at is null or k.last_used_at <= used.at - interval '1 minute'
                    for update of k skip locked)
            update api_key k set last_used_at = free.at from free where k.id = free.id""";

    private final SystemDatabase database;
    private final InstantSource clock;

    Uses(SystemDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A moment that is to come is taken for now; keys that there are not are skipped.
    ///
    /// @param used the latest moment, by the key's id
    /// @return how many were written
    int write(Map<String, Instant> used) {
        var ids = used.keySet().toArray(String[]::new);
        var moments = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            moments[i] = String.valueOf(used.get(ids[i]));
        }
        return database.jdbc()
                .sql(WRITE)
                .param(clock.instant().toString())
                .param(ids)
                .param(moments)
                .update();
    }
}
