package dev.universalapi.engine;

import dev.universalapi.engine.receipt.Attempt;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a caller learns about an answer, beside the answer.
///
/// @param provider the id of who answered
/// @param attribution what the provider's terms want shown with its data
/// @param mode `live` or `sandbox`
/// @param receipt the id under which `GET /api/requests/{id}/explain` tells all
/// @param attempts everyone who was asked, in order
/// @param leftOut how many elements of lists were left out because they did not meet the contract
/// @param sample in the sandbox, the query that the answer was recorded for, when it is another than was asked
/// @param next the cursor of the next page; null at the end of a list, and where there is none
public record Meta(
        String provider,
        @Nullable String attribution,
        String mode,
        String receipt,
        List<Attempt> attempts,
        int leftOut,
        @Nullable Map<String, Object> sample,
        @Nullable String next) {

    /// Of an answer that does not go on.
    public Meta(
            String provider,
            @Nullable String attribution,
            String mode,
            String receipt,
            List<Attempt> attempts,
            int leftOut,
            @Nullable Map<String, Object> sample) {
        this(provider, attribution, mode, receipt, attempts, leftOut, sample, null);
    }

    /// The same, and where the list goes on.
    public Meta leadingTo(String cursor) {
        return new Meta(provider, attribution, mode, receipt, attempts, leftOut, sample, cursor);
    }
}
