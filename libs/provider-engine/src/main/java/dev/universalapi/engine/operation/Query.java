package dev.universalapi.engine.operation;

import dev.universalapi.engine.kind.Question;

/// A question that changes nothing, so it may be asked again, elsewhere, or answered from a cache.
///
/// @param <A> what it is answered with: a record of the contract, a `Binary`, or `Streamed` parts
public interface Query<A> extends Question<A> {}
