package dev.universalapi.engine.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The whole story of one request.
///
/// @param id the request's id
/// @param organisation who may read it
/// @param operation `category/operation`
/// @param query component by component, as asked
/// @param candidates in the order in which they would be asked, those removed last
/// @param attempts in the order in which they were made; empty for a plan
/// @param provider who answered, if anybody did
/// @param from where the answer came from, if nobody was called for it
public record Receipt(
        String id,
        String organisation,
        String operation,
        Map<String, Object> query,
        Instant askedAt,
        String mode,
        List<Candidate> candidates,
        List<Attempt> attempts,
        @Nullable String provider,
        @Nullable Origin from) {
    /// Of a request for which providers were called, or nobody was.
    public Receipt(
            String id,
            String organisation,
            String operation,
            Map<String, Object> query,
            Instant askedAt,
            String mode,
            List<Candidate> candidates,
            List<Attempt> attempts,
            @Nullable String provider) {
        this(id, organisation, operation, query, askedAt, mode, candidates, attempts, provider, null);
    }

    /// Where an answer came from for which nobody was called.
    ///
    /// @param how `hit`, `stale`, `shelf`, `shared`, `nothing`, `on-error`, `late` or `left`
    /// @param receipt the id of the request that brought it, where there is one
    public record Origin(String how, @Nullable String receipt) {}
}
