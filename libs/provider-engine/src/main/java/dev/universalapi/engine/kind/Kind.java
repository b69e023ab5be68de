package dev.universalapi.engine.kind;

/// Whether asking changes anything.
public enum Kind {
    /// It changes nothing, so it may be asked again, elsewhere, or answered from a cache.
    QUERY,
    /// It changes the world: it is asked once.
    COMMAND
}
