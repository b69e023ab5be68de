package dev.universalapi.engine.kind;

/// An answer that comes in parts, one after the other, while it is made. Nobody holds it whole.
///
/// @param <P> one part, a record of the contract
public interface Streamed<P extends Record> {}
