package dev.universalapi.search.intent.slot.text;

/// A word of a text, its digits, or the sign of a currency.
///
/// @param from its first character, in UTF-16 units
/// @param to the one after its last
/// @param word in small letters without accents, `st` for Saint
/// @param gap what stands before it
public record Token(int from, int to, String word, Gap gap, Shape shape) {
    public boolean is(String other) {
        return word.equals(other);
    }

    public boolean isDigits() {
        return shape == Shape.DIGITS;
    }

    /// Whether it begins with a large letter.
    public boolean isLarge() {
        return shape == Shape.CAPITAL || shape == Shape.CAPITALS;
    }
}
