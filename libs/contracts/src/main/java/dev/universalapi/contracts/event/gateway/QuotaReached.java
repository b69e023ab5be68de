package dev.universalapi.contracts.event.gateway;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.Promise;
import dev.universalapi.contracts.event.Wire;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// So much of a quota is used. Told once for each mark of a period; where counts were lost and made again, the same may
/// be told again, by the same id.
///
/// @param organisation whose quota it is
/// @param who `o` for the whole organisation, `p:` and the id of a project, `k:` and the id of a key
/// @param category that it is for; null for all together
/// @param period that it is for, in UTC: `2026-11` or `2026-11-26`
/// @param percent of the quota that are used: 50, 80, 95 or 100
/// @param used calls
/// @param amount calls that the quota is for
/// @param hard whether calls beyond it are refused
/// @param at when it was seen
@Wire(value = "quota.reached.v1", promise = Promise.DIRECT)
public record QuotaReached(
        String organisation,
        String who,
        @Nullable String category,
        String period,
        int percent,
        long used,
        long amount,
        boolean hard,
        Instant at)
        implements Event {

    @Override
    public String id() {
        return String.join(
                "/",
                organisation,
                period,
                who,
                category == null ? "*" : category,
                Long.toString(amount),
                Integer.toString(percent));
    }
}
