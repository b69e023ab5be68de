package dev.universalapi.engine.kind;

/// Who gets the parts of a stream.
///
/// @param <P> one part
@FunctionalInterface
public interface Sink<P extends Record> {

    /// What became of a part.
    enum Taken {
        /// It is on its way; the next may follow.
        TAKEN,
        /// It is larger than parts may be.
        TOO_LARGE,
        /// Nobody reads any more.
        LEFT,
        /// The reader did not keep up and was dropped.
        TOO_SLOW
    }

    /// Takes the next part. It may wait a little for the reader; everything but [Taken#TAKEN] ends the stream.
    Taken part(P part);
}
