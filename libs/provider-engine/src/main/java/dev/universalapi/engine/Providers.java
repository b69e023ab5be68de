package dev.universalapi.engine;

import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.receipt.Receipt;

/// All providers, asked as one.
public interface Providers {

    /// Asks until one provider answers, the taxonomy says stop, or the deadline is near. Never throws for what a
    /// provider does: that is a [Reply.Refused].
    <A extends Record> Reply<A> ask(Query<A> query, Asking asking);

    /// Who would be asked now, in which order, and who would not and why. Calls nobody.
    Receipt plan(Query<?> query, Asking asking);
}
