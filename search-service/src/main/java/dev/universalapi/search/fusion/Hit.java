package dev.universalapi.search.fusion;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One thing that a source found.
///
/// @param source who said it
/// @param rank its place in the source's own list, from 1
/// @param title short, as text
/// @param text what it says, as text; may be empty
/// @param url where it is read
/// @param at when it was published
/// @param entity a key by which sources agree on what it is: `doi:10.1/x`, `isbn13:978…`, `imdb:tt…`
/// @param data the element of the contract's answer
public record Hit(
        Source source,
        int rank,
        String title,
        String text,
        @Nullable URI url,
        @Nullable Instant at,
        @Nullable String entity,
        JsonNode data) {

    /// @param operation `paper/search`
    /// @param attribution what has to be shown beside it
    public record Source(
            String provider, String operation, @Nullable String attribution) {
        /// The category of the operation: `paper`.
        public String category() {
            return operation.substring(0, operation.indexOf('/'));
        }
    }
}
