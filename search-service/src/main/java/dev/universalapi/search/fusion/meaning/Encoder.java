package dev.universalapi.search.fusion.meaning;

/// A model of language.
interface Encoder extends AutoCloseable {
    /// A vector of the meaning of a text, of any length but of as many parts for every text. Safe for many threads.
    ///
    /// @throws IllegalStateException where the model does not run
    float[] encode(String text);

    @Override
    void close();
}
