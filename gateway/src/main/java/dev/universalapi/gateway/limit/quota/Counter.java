package dev.universalapi.gateway.limit.quota;

import dev.universalapi.gateway.limit.plan.Period;
import dev.universalapi.gateway.limit.plan.Quota;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A quota of somebody in the period of a moment, as it is counted.
///
/// @param name in headers: `month`, `weather-day`, `key-month`
/// @param who `o` for the organisation, `p:prj_1`, `k:key_1`
/// @param category null for all of them together
/// @param period that it is counted in
/// @param at the period's name: `2026-11`
/// @param end when it begins anew
/// @param limit calls in the period
/// @param hard whether calls are refused beyond it
public record Counter(
        String name,
        String who,
        @Nullable String category,
        Period period,
        String at,
        Instant end,
        long limit,
        boolean hard) {

    /// @param whose the beginning of its name: empty, `key-`, `project-`, `organisation-`
    public static Counter of(String whose, String who, Quota quota, Instant now) {
        var category = quota.category();
        var period = quota.per();
        return new Counter(
                whose + (category == null ? "" : category + "-") + period.label(),
                who,
                category,
                period,
                period.at(now),
                period.end(now),
                quota.amount(),
                quota.hard());
    }

    /// What it is counted under, within the organisation and month: `2026-11/o/*`.
    public String field() {
        return at + "/" + who + "/" + (category == null ? "*" : category);
    }
}
