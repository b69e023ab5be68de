package dev.universalapi.testkit.house.innocent;

final class PlainException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
