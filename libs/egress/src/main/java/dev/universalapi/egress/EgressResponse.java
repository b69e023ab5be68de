package dev.universalapi.egress;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What came back, whole.
///
/// @param status as received; 3xx is not followed
/// @param headers by lower-case name, in the order received
/// @param body after decompression, at most the limit of the client
public record EgressResponse(int status, Map<String, List<String>> headers, byte[] body) {

    /// The first value of a header, by any case of its name.
    public Optional<String> header(String name) {
        var values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /// Without headers and body, which may repeat what was sent.
    @Override
    public String toString() {
        return status + ", " + body.length + " bytes";
    }
}
