package dev.universalapi.engine.drift;

import java.time.Instant;
import java.util.List;

/// A provider no longer answers as its manifest expects.
///
/// @param operation `category/operation`
/// @param what which component of the contract suffers and why
/// @param changes of the answer's shape, at most ten phrases such as `/a is gone`; empty where no good answer was seen
public record Drift(String provider, String operation, String what, List<String> changes, Instant at) {
    public Drift {
        changes = List.copyOf(changes);
    }
}
