package dev.universalapi.auth.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// An event in its chain: its hash covers its text and the hash before it, so nothing before can change unseen.
///
/// @param event its canonical JSON (RFC 8785), exactly as it was hashed
/// @param previous the hash of the event before
/// @param hash SHA-256 over `previous`, a line feed and `event`; lower-case hexadecimal
@JsonPropertyOrder({"sequence", "event", "previous", "hash"})
record Link(long sequence, @JsonProperty @JsonRawValue String event, String previous, String hash) {

    /// The next of a chain.
    static Link after(Head head, String organisation, Entry entry) {
        var sequence = head.sequence() + 1;
        var event = entry.canon(organisation, sequence);
        return new Link(sequence, event, head.hash(), hash(head.hash(), event));
    }

    Head head() {
        return new Head(sequence, hash);
    }

    /// Whether the hash is that of what is here.
    boolean isWhole() {
        return hash.equals(hash(previous, event));
    }

    private static String hash(String previous, String event) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((previous + '\n' + event).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
