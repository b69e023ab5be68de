package dev.universalapi.gateway.identity.feed;

import java.util.Map;
import java.util.Optional;

/// Something is no longer as it was.
///
/// @param kind of what, `key` or another; new ones may come
/// @param id of a key its SHA-256, of all else its id
public record Change(String kind, String id) {

    static Optional<Change> of(Map<String, String> entry) {
        var kind = entry.get("kind");
        var id = entry.get("id");
        return kind == null || id == null ? Optional.empty() : Optional.of(new Change(kind, id));
    }
}
