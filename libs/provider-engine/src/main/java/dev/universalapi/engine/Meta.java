package dev.universalapi.engine;

import dev.universalapi.engine.body.Raw;
import dev.universalapi.engine.cache.How;
import dev.universalapi.engine.manifest.Credential.Owner;
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
/// @param place what the name of a place was taken for, where the caller gave one in place of coordinates
/// @param raw what the provider's own body is, where it stands beside the answer
/// @param credential whose key the provider was asked with: `organisation`, `operator`, or `none`, also where nobody
///   was called
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
        @Nullable String next,
        @Nullable Place place,
        @Nullable Body raw,
        String credential) {
    /// One without a place and without the provider's own body.
    public Meta(
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
        this(
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
                next,
                null,
                null,
                Owner.NONE.label());
    }

    /// What is left of a quota, as last known.
    ///
    /// @param left share, 0 to 1, of the scarcest of the provider's quotas
    public record Quota(double left) {}

    /// What the name of a place was taken for.
    ///
    /// @param latitude degrees north
    /// @param longitude degrees east
    /// @param provider the id of who says so
    /// @param attribution what that provider's terms want shown with it
    /// @param receipt the id under which the asking for it is told
    /// @param sample in the sandbox, the query that the place was recorded for, when it is another than was asked
    public record Place(
            String name,
            double latitude,
            double longitude,
            String provider,
            @Nullable String attribution,
            String receipt,
            @Nullable Map<String, Object> sample) {}

    /// What the provider's own body is.
    ///
    /// @param contentType as received, where it was told
    /// @param redacted whether a secret stood in it and was replaced by `REDACTED`
    public record Body(@Nullable String contentType, boolean redacted) {}

    /// The same, and where the list goes on.
    public Meta leadingTo(String cursor) {
        return with(cursor, place, raw, credential);
    }

    /// The same of an answer for a place.
    public Meta at(Place taken) {
        return with(next, taken, raw, credential);
    }

    /// The same without the provider's own body.
    public Meta alone() {
        return with(next, place, null, credential);
    }

    /// The same beside the provider's own body.
    public Meta beside(Raw of) {
        return with(next, place, new Body(of.contentType(), of.redacted()), credential);
    }

    /// The same, asked with a key of that owner.
    Meta by(Owner owner) {
        return with(next, place, raw, owner.label());
    }

    private Meta with(@Nullable String cursor, @Nullable Place taken, @Nullable Body body, String owner) {
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
                cursor,
                taken,
                body,
                owner);
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
