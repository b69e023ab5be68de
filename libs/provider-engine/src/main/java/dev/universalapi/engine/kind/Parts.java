package dev.universalapi.engine.kind;

import java.util.List;

/// A short stream, whole: what a sample of one comes to. What callers are sent is never held like this.
public record Parts(List<Record> parts) {

    public Parts {
        parts = List.copyOf(parts);
    }
}
