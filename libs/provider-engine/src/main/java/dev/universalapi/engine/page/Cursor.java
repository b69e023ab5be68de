package dev.universalapi.engine.page;

/// What a caller's cursor comes to.
public sealed interface Cursor {

    /// It leads back.
    ///
    /// @param provider who gave the page before, and alone can go on
    record Leading(String provider, Position position) implements Cursor {}

    /// It cannot be used. The reason is one sentence for people.
    record Refused(String reason) implements Cursor {}
}
