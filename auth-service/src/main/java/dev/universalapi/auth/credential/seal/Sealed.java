package dev.universalapi.auth.credential.seal;

/// A text under a key of its own, and that key under a master key.
///
/// @param master the id of the master key
/// @param wrapped the key: 12 bytes of nonce, then AES-256-GCM
/// @param content the text: 12 bytes of nonce, then AES-256-GCM
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Sealed(String master, byte[] wrapped, byte[] content) {
    @Override
    public String toString() {
        return "sealed by " + master;
    }
}
