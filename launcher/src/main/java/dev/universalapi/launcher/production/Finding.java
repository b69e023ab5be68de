package dev.universalapi.launcher.production;

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
}
