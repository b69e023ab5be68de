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
public record Receipt(
        String id,
        String organisation,
        String operation,
        Map<String, Object> query,
        Instant askedAt,
        String mode,
        List<Candidate> candidates,
        List<Attempt> attempts,
        @Nullable String provider) {}
