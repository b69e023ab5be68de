package dev.universalapi.gateway.identity.account;

/// Nobody can be asked whose a key is.
final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnavailableException(String why) {
        super(why, null, false, false);
    }
}
