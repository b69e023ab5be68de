package dev.universalapi.engine.kind;

/// Something to be done: it changes the world, so it is asked of one provider, once. Nobody else is asked after
/// anything of it was sent, it is never cached, and its caller names it by an idempotency key.
///
/// @param <A> what it is answered with: a record of the contract, or a [Binary]
public interface Command<A extends Record> extends Question<A> {}
