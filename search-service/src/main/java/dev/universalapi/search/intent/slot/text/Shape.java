package dev.universalapi.search.intent.slot.text;

/// How a word is written.
public enum Shape {
    SMALL,
    /// With its first letter large: `Lyon`.
    CAPITAL,
    /// With all of at least two letters large: `BTC`.
    CAPITALS,
    DIGITS,
    /// One sign of a currency.
    SIGN;

    static Shape ofLetters(String word) {
        var large = word.codePoints().filter(Character::isUpperCase).count();
        if (large == 0 || !Character.isUpperCase(word.codePointAt(0))) {
            return SMALL;
        }
        var letters = word.codePoints().filter(Character::isLetter).count();
        return large == letters && letters > 1 ? CAPITALS : CAPITAL;
    }
}
