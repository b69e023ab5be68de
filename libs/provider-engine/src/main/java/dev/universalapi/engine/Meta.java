package dev.universalapi.engine;

import dev.universalapi.engine.cache.How;
import dev.universalapi.engine.receipt.Attempt;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a caller learns about an answer, beside the answer.
///
/// @param provider the id of who answered
/// @param attribution what the provider's terms want shown with its data
/// @param mode `live` or `sandbox`
/// @param receipt the id under which `GET /api/requests/{id}/explain` tells all
/// @param cached whether nobody was called for this request
/// @param age seconds since the provider answered; null where that was just now
/// @param stale why an answer is older than it should be: `renewing`, or `error` where nobody answers now
/// @param attempts everyone who was asked, in order
/// @param cost of the answer in US dollars; 0 where it was kept
/// @param quota what is left of the provider's quota, where it has one
/// @param leftOut how many elements of lists were left out because they did not meet the contract
/// @param sample in the sandbox, the query that the answer was recorded for, when it is another than was asked
/// @param next the cursor of the next page; null at the end of a list, and where there is none
public record Meta(
        String provider,
        @Nullable String attribution,
        String mode,
        String receipt,
        boolean cached,
        @Nullable Long age,
        @Nullable String stale,
        List<Attempt> attempts,
        BigDecimal cost,
        @Nullable Quota quota,
        int leftOut,
        @Nullable Map<String, Object> sample,
        @Nullable String next) {
    /// What is left of a quota, as last known.
    ///
    /// @param left share, 0 to 1, of the scarcest of the provider's quotas
    public record Quota(double left) {}

    /// The same, and where the list goes on.
    public Meta leadingTo(String cursor) {
        return new Meta(
                provider,
                attribution,
                mode,
                receipt,
                cached,
                age,
                stale,
                attempts,
                cost,
                quota,
                leftOut,
                sample,
                cursor);
    }

    /// Why an answer that came so is older than it should be.
    static @Nullable String stale(How how) {
        return switch (how) {
            case STALE -> "renewing";
            case ON_ERROR -> "error";
            case HIT, SHELF, NOTHING, SHARED, MISS, BYPASS, LATE, LEFT -> null;
        };
    }
}
