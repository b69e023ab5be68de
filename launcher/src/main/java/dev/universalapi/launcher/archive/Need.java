package dev.universalapi.launcher.archive;

/// A master key that something in an archive opens with, and nothing else does.
///
/// @param master its name
/// @param fingerprint tells it from others of that name; `unknown` where it was missing already
/// @param credentials how many there are
public record Need(String master, String fingerprint, int credentials) {

    @Override
    public String toString() {
        return master + " (fingerprint " + fingerprint + ")";
    }
}
