package dev.universalapi.engine.adapter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an adapter wants sent. Its texts are plain: the engine encodes them.
///
/// @param post `POST`, else `GET`
/// @param path behind the base: empty, or beginning with `/`; only its slashes part it
/// @param query parameters, in their order
/// @param headers besides those of the manifest
/// @param body sent as it is; empty for a `GET`
public record Outgoing(boolean post, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    public Outgoing {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
