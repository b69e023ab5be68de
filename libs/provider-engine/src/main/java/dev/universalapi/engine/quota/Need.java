package dev.universalapi.engine.quota;

import dev.universalapi.engine.manifest.Quota;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What one call takes out of one quota, in the window of now.
record Need(Quota quota, Window window, long amount) {

    /// For each quota in a unit that the call spends, once for each window: where two limits count the same, the lower
    /// one holds.
    static List<Need> of(List<Quota> quotas, Map<String, Long> spends, Instant now) {
        var needs = new LinkedHashMap<String, Need>();
        for (var quota : quotas) {
            var amount = spends.get(quota.unit());
            if (amount != null) {
                var need = new Need(quota, Window.of(quota, now), Math.max(0, amount));
                needs.merge(need.window.name(), need, (a, b) -> a.quota.limit() <= b.quota.limit() ? a : b);
            }
        }
        return List.copyOf(needs.values());
    }

    /// At least one: what is spent whole has no room even for a call whose use only its answer tells.
    long least() {
        return Math.max(1, amount);
    }

    Grant.Refused refused() {
        var period = quota.period().name().toLowerCase(Locale.ROOT);
        return new Grant.Refused(
                window.end(), false, "Its " + quota.limit() + " " + quota.unit() + " a " + period + " are spent.");
    }
}
