package dev.universalapi.platform.events.dead;

/// Why an event could not be handled.
public enum Cause {
    /// It is no event, or lacks what its record needs.
    UNREADABLE,
    /// Who handles it threw, as often as it was tried.
    FAILED,
    /// Another event of the same identity was handled before, with another content. It is never overwritten.
    CONFLICT,
    /// It is older than what is remembered, or from the future: whether it was handled cannot be known.
    OUT_OF_TIME
}
