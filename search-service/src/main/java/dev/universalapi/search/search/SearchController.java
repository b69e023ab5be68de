package dev.universalapi.search.search;

import dev.universalapi.engine.choice.RouteHeader;
import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.web.Deadline;
import dev.universalapi.platform.web.Departures;
import dev.universalapi.search.SearchedHere;
import dev.universalapi.search.search.answer.SearchAnswer;
import dev.universalapi.search.search.plan.Wish;
import dev.universalapi.search.search.round.Seeker;
import dev.universalapi.search.search.stream.Sessions;
import dev.universalapi.search.search.stream.Telling;
import dev.universalapi.search.search.wish.UniversalQuery;
import dev.universalapi.search.search.wish.Wishes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Searches every source that can help.
@SearchedHere
@RestController
final class SearchController {
    private final Wishes wishes;
    private final Searches searches;
    private final StreamedSearch streamed;
    private final Sessions sessions;
    private final Telling telling;
    private final Departures departures;
    private final Seekers seekers;

    SearchController(
            Wishes wishes,
            Searches searches,
            StreamedSearch streamed,
            Sessions sessions,
            Telling telling,
            Departures departures,
            Seekers seekers) {
        this.wishes = wishes;
        this.searches = searches;
        this.streamed = streamed;
        this.sessions = sessions;
        this.telling = telling;
        this.departures = departures;
        this.seekers = seekers;
    }

    /// One question, every source: facts, results, and what was missing.
    @PostMapping(
            path = "/api/search/universal",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
    @Nullable
    ResponseEntity<SearchAnswer> universal(
            @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.CACHE_CONTROL, required = false) @Nullable String freshness,
            @RequestHeader(name = RouteHeader.NAME, required = false) @Nullable String route,
            Caller caller,
            Deadline deadline,
            RequestId requestId,
            HttpServletResponse response)
            throws IOException {
        var asked = wishes.of(body);
        var seeker = seekers.of(freshness, route, caller, deadline, requestId);
        if (asked.stream()) {
            stream(asked.wish(), seeker, null, response);
            return null;
        }
        return answer(asked.wish(), seeker);
    }

    /// The same without sources that are slow, and with five results at most.
    @GetMapping(path = "/api/search/quick", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SearchAnswer> quick(
            @RequestParam(name = "q", required = false) @Nullable String query,
            @RequestHeader(name = HttpHeaders.CACHE_CONTROL, required = false) @Nullable String freshness,
            @RequestHeader(name = RouteHeader.NAME, required = false) @Nullable String route,
            Caller caller,
            Deadline deadline,
            RequestId requestId) {
        return answer(wishes.quick(query), seekers.of(freshness, route, caller, deadline, requestId));
    }

    /// The same as it is found, by server-sent events; with `Last-Event-ID` from where the line was lost.
    @GetMapping(path = "/api/search/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @RequestParam(name = "q", required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable List<@Nullable String> categories,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Integer deadlineMillis,
            @RequestParam(required = false) @Nullable Boolean summary,
            @RequestParam(required = false) @Nullable Boolean safe,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @RequestHeader(name = HttpHeaders.CACHE_CONTROL, required = false) @Nullable String freshness,
            @RequestHeader(name = RouteHeader.NAME, required = false) @Nullable String route,
            Caller caller,
            Deadline deadline,
            RequestId requestId,
            HttpServletResponse response)
            throws IOException {
        var sent = new UniversalQuery(query, language, categories, limit, deadlineMillis, summary, safe, true);
        var wish = wishes.ofAddress(sent);
        stream(wish, seekers.of(freshness, route, caller, deadline, requestId), last, response);
    }

    private ResponseEntity<SearchAnswer> answer(Wish wish, Seeker seeker) {
        var answer = departures.whilePresent(() -> searches.answer(wish, seeker));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
    }

    private void stream(Wish wish, Seeker seeker, @Nullable String last, HttpServletResponse response)
            throws IOException {
        var organisation = seeker.caller().organisation();
        var place = sessions.find(last, organisation);
        if (place.isPresent()) {
            telling.send(place.get(), response);
            return;
        }
        var plan = searches.plan(wish);
        var session = sessions.open(organisation);
        streamed.begin(session, plan, wish, seeker);
        telling.send(new Sessions.Place(session, 0), response);
    }
}
