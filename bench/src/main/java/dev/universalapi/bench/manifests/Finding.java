package dev.universalapi.bench.manifests;

import java.util.List;

/// What was looked at, and what of it is not as it must be.
///
/// @param promise a sentence that holds where nothing is broken
/// @param tried how much was looked at
/// @param broken what does not hold, where and why
public record Finding(String promise, int tried, List<String> broken) {
    public Finding {
        broken = List.copyOf(broken);
    }
}
