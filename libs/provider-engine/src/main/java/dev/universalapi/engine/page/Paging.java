package dev.universalapi.engine.page;

import dev.universalapi.engine.shape.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a provider gives a list page by page: the word `page`.
///
/// @param max the most elements of a page
/// @param limit the component of the query that says how many are wanted
/// @param holes those of [#HOLES] that stand in the request
public record Paging(int max, Component limit, Set<String> holes) {
    /// What a request can say of the page it wants.
    public static final Set<String> HOLES = Set.of("limit", "page", "offset", "token");

    public Paging {
        holes = Set.copyOf(holes);
    }

    /// The holes of a request, filled; without `token` on the first page.
    public Map<String, Object> fill(Record query, Position at) {
        var filled = new LinkedHashMap<String, Object>();
        filled.put("limit", Math.min(wanted(query), max));
        filled.put("page", at.page());
        filled.put("offset", at.offset());
        if (at.token() != null) {
            filled.put("token", at.token());
        }
        return filled;
    }

    /// Where the list goes on; empty at its end, and where nothing in the request can lead on.
    ///
    /// @param listed how many elements the provider's page had, those before `skip` included
    /// @param token what the provider gave for the next page
    public Optional<Position> next(Record query, Position at, int listed, @Nullable String token) {
        var wanted = wanted(query);
        var size = holes.contains("limit") ? Math.min(wanted, max) : max;
        var taken = Math.min(at.skip() + wanted, listed);
        if (taken < listed && !holes.contains("limit") && !byOffset()) {
            return Optional.of(new Position(at.page(), at.offset(), at.token(), taken));
        }
        var more = taken < listed && byOffset();
        if ((listed < size && !more) || !leadsOn(at, token)) {
            return Optional.empty();
        }
        return Optional.of(new Position(at.page() + 1, at.offset() + taken, token, 0));
    }

    // a provider that says the same token again is at its end
    private boolean leadsOn(Position at, @Nullable String token) {
        return holes.contains("token")
                ? token != null && !token.equals(at.token())
                : holes.contains("page") || holes.contains("offset");
    }

    private boolean byOffset() {
        return holes.contains("offset") && !holes.contains("page") && !holes.contains("token");
    }

    private int wanted(Record query) {
        return limit.get(query) instanceof Integer wanted ? Math.max(wanted, 1) : max;
    }
}
