package dev.universalapi.search.search.answer;

/// Shares as they are told: with three decimals.
final class Rounded {
    private static final double PARTS = 1_000;

    private Rounded() {}

    static double of(double share) {
        return Math.round(share * PARTS) / PARTS;
    }
}
