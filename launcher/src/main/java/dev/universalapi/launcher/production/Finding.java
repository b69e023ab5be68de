package dev.universalapi.launcher.production;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was seen of one thing.
///
/// @param said what there is, or what to do
record Finding(boolean good, String said) {

    static Finding good(String said) {
        return new Finding(true, said);
    }

    static Finding bad(String said) {
        return new Finding(false, said);
    }

    /// Good where there is nothing against it, else all that is, one after the other.
    static Finding of(Stream<String> against, String otherwise) {
        var all = against.distinct().collect(Collectors.joining("; "));
        return all.isEmpty() ? good(otherwise) : bad(all);
    }

    /// What to do about it, once, where something is against it.
    Finding advising(String advice) {
        return good ? this : bad(said + ": " + advice);
    }
}
