package dev.universalapi.engine.adapter;

import dev.universalapi.engine.request.UnfillableException;

/// What the manifest language cannot say of one operation, in Java. A final class without state, with a
/// constructor without arguments; a manifest names it as `adapter: Name`.
public interface Adapter {

    /// What is sent for a query: always the same for the same query, for it is asked more than once.
    ///
    /// @throws UnfillableException if the provider cannot be asked this
    Outgoing ask(Record query) throws UnfillableException;

    /// The answer, of the type that the operation declares. Only a 2xx that the provider's `refuse` lets
    /// through comes here.
    ///
    /// @throws MisreadException if the response does not hold it
    Record read(Record query, Received response) throws MisreadException;
}
