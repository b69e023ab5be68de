package dev.universalapi.providers.weather;

/// The grid that places are asked on: 4 decimals, about 11 metres. Finer is noise to a forecast, splits caches,
/// and is refused by some providers (MET Norway answers 403 to a fifth decimal).
final class Grid {
    private static final double STEPS_PER_DEGREE = 10_000;

    private Grid() {}

    static double nearest(double degrees) {
        return Math.rint(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE + 0.0; // + 0.0 makes -0.0 a plain 0
    }
}
