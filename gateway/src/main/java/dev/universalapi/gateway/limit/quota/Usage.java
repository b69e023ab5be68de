package dev.universalapi.gateway.limit.quota;

import java.util.concurrent.CompletableFuture;

/// What an organisation has used, as it was metered.
@FunctionalInterface
public interface Usage {
    /// Fails where it cannot be known now.
    CompletableFuture<Used> of(String organisation);
}
