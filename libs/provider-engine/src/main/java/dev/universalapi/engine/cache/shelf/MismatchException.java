package dev.universalapi.engine.cache.shelf;

/// Bytes that are not what this process would have written: corrupt, foreign, or of another contract.
final class MismatchException extends Exception {
    private static final long serialVersionUID = 1L;

    MismatchException(String why) {
        super(why);
    }

    MismatchException(String why, Throwable cause) {
        super(why, cause);
    }
}
