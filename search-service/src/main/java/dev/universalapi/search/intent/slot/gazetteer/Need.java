package dev.universalapi.search.intent.slot.gazetteer;

/// What a name needs to be understood as one.
public enum Need {
    NOTHING,
    /// Something beside it that says so: it is a word too.
    EVIDENCE,
    /// To be written in capitals, in a text that has small letters too.
    CAPITALS
}
