package dev.universalapi.search.intent.slot.number;

/// Check digits of numbers on books and products.
final class Checksums {
    private Checksums() {}

    /// Whether an EAN-8, UPC-A, EAN-13 or GTIN-14 ends in the digit that its others tell.
    static boolean isGtin(String digits) {
        var sum = 0;
        for (var at = digits.length() - 2; at >= 0; at--) {
            sum += (digits.charAt(at) - '0') * ((digits.length() - 2 - at) % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10 == digits.charAt(digits.length() - 1) - '0';
    }

    static boolean isIsbn13(String digits) {
        return digits.length() == 13 && (digits.startsWith("978") || digits.startsWith("979")) && isGtin(digits);
    }

    /// @param digits nine digits, and one more or `x`
    static boolean isIsbn10(String digits) {
        if (digits.length() != 10) {
            return false;
        }
        var sum = 0;
        for (var at = 0; at < 10; at++) {
            var sign = digits.charAt(at);
            sum += (10 - at) * (sign == 'x' ? 10 : sign - '0');
        }
        return sum % 11 == 0;
    }

    /// The thirteen digits of a book that was numbered by ten.
    static String isbn13(String isbn10) {
        var first = "978" + isbn10.substring(0, 9);
        var sum = 0;
        for (var at = 0; at < 12; at++) {
            sum += (first.charAt(at) - '0') * (at % 2 == 0 ? 1 : 3);
        }
        return first + (10 - sum % 10) % 10;
    }
}
