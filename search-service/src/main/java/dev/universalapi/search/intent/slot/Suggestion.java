package dev.universalapi.search.intent.slot;

/// A name that begins like what somebody has typed.
///
/// @param name as it is written: `Lyon`, `bitcoin`
/// @param detail what tells it from others of its name: the country of a place, the symbol of a coin
public record Suggestion(String name, Kind kind, String detail) {
    /// What is suggested.
    public enum Kind {
        PLACE,
        COIN
    }
}
