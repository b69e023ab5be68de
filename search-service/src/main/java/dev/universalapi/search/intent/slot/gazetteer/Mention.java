package dev.universalapi.search.intent.slot.gazetteer;

/// A name that a text has.
///
/// @param from its first word
/// @param to the word after its last
public record Mention<T>(int from, int to, Name<T> name) {
    public T value() {
        return name.value();
    }

    public int words() {
        return to - from;
    }

    public boolean isSure() {
        return name.need() != Need.EVIDENCE;
    }
}
