package dev.universalapi.engine.kind;

/// What can be asked of providers: a `Query` or a [Command], each one record.
///
/// @param <A> what it is answered with: a record of the contract, a [Binary], or [Streamed] parts
public interface Question<A> {}
