package dev.universalapi.engine.mapping;

import org.jspecify.annotations.Nullable;

/// What a component, a record or a list of an answer comes to.
sealed interface Made {

    /// It meets the contract; null only for what may be.
    record Whole(@Nullable Object value) implements Made {}

    /// Something that it needs is missing.
    ///
    /// @param absent whether no member of that name exists, rather than one that is null or blank
    record Lacking(boolean absent, String why) implements Made {}

    /// The whole answer is spoilt.
    ///
    /// @param drifted whether only because members are absent
    record Spoilt(boolean drifted, String why) implements Made {}
}
