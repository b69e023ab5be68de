package dev.universalapi.engine.kind;

/// In what form an answer comes.
public enum Form {
    /// A record of the contract.
    RECORD,
    /// Records of the contract, one after the other.
    STREAM,
    /// Bytes of a content type.
    BINARY
}
