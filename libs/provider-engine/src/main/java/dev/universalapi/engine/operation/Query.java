package dev.universalapi.engine.operation;

/// A question that changes nothing, so it may be asked again, elsewhere, or answered from a cache.
///
/// @param <A> the record it is answered with
public interface Query<A extends Record> {}
