package dev.universalapi.bench.limit;

import java.util.concurrent.CompletableFuture;

/// One way to let calls in.
interface Way {
    String name();

    /// Whether a call comes in.
    CompletableFuture<Boolean> ask(String organisation, long call);
}
