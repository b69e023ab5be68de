package dev.universalapi.engine;

import dev.universalapi.engine.kind.Question;
import dev.universalapi.engine.kind.Sink;
import dev.universalapi.engine.kind.Streamed;
import dev.universalapi.engine.receipt.Receipt;

/// All providers, asked as one.
public interface Providers {

    /// Asks until one provider answers, the taxonomy says stop, or the deadline is near. Never throws for what a
    /// provider does: that is a [Reply.Refused]. A command ends with whoever may have seen it.
    ///
    /// @throws IllegalArgumentException for what is answered in parts
    <A extends Record> Reply<A> ask(Question<A> question, Asking asking);

    /// Asks for an answer in parts, and hands each on as it comes. Until the first part it asks one provider after the
    /// other, afterwards nobody else. Returns when the stream is over; interrupting the thread ends it.
    ///
    /// @throws IllegalArgumentException for what is not answered in parts
    <P extends Record> Ending stream(Question<Streamed<P>> question, Asking asking, Sink<P> sink);

    /// Who would be asked now, in which order, and who would not and why. Calls nobody.
    Receipt plan(Question<?> question, Asking asking);
}
