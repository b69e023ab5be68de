package dev.universalapi.contracts.event.search;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.Promise;
import dev.universalapi.contracts.event.Wire;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A universal search was answered.
///
/// @param organisation whose search it was
/// @param key the id of the API key that was used, never the key
/// @param requestId the request that it was
/// @param language that the query was taken to be in, by its BCP 47 tag
/// @param categories that were asked
/// @param sources how many sources were asked
/// @param answers how many facts were told
/// @param results how many things were found
/// @param coverage the share of what was expected to help that answered, 0 to 1
/// @param cached whether nobody was asked for it
/// @param millis from the query to the answer
/// @param query what was searched; null unless the organisation wants its queries recorded
/// @param at when it was answered
@Wire(value = "search.performed.v1", promise = Promise.DIRECT)
public record SearchPerformed(
        String organisation,
        String key,
        String requestId,
        String language,
        List<String> categories,
        int sources,
        int answers,
        int results,
        double coverage,
        boolean cached,
        long millis,
        @Nullable String query,
        Instant at)
        implements Event {
    public SearchPerformed {
        categories = List.copyOf(categories);
    }

    @Override
    public String id() {
        return requestId + "#search";
    }
}
