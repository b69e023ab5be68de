package dev.universalapi.bench.parity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One call of ours, as the page writes it: `GET /api/weather/current?latitude=48.8&longitude=2.3`, or a `POST` with
/// its body behind the address.
///
/// @param address with its parameters
record Call(String method, String address, Optional<String> body) {
    private static final Pattern WRITTEN = Pattern.compile("`(GET|POST) (/api/[^\\s`]+)(?: (\\{[^`]*}))?`");

    /// All that a text names, in order.
    static List<Call> in(String text) {
        return WRITTEN.matcher(text)
                .results()
                .map(found -> new Call(found.group(1), found.group(2), Optional.ofNullable(found.group(3))))
                .toList();
    }

    @Override
    public String toString() {
        return method + " " + address + body.map(json -> " " + json).orElse("");
    }
}
