package dev.universalapi.gateway.admission;

import dev.universalapi.gateway.limit.plan.Plans;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// What a call is about.
///
/// @param id of the call
/// @param category the first part of its path after `/api`; `-` for another path
/// @param operations the class of what it does
/// @param stream whether it asks for one
record Errand(String id, String category, String operations, boolean stream) {
    private static final String API = "/api/";
    private static final List<MediaType> STREAMS = List.of(MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_NDJSON);

    static Errand of(ServerHttpRequest request, String id, Plans plans) {
        var category = category(request.getPath().value());
        return new Errand(id, category, plans.operations(category), asksForStream(request.getHeaders()));
    }

    private static String category(String path) {
        if (!path.startsWith(API)) {
            return "-";
        }
        var end = path.indexOf('/', API.length());
        return path.substring(API.length(), end < 0 ? path.length() : end);
    }

    private static boolean asksForStream(HttpHeaders headers) {
        return headers.getOrEmpty(HttpHeaders.ACCEPT).stream()
                .anyMatch(accept -> STREAMS.stream().anyMatch(type -> accept.contains(type.toString())));
    }

    /// Whether an answer goes on after it has begun.
    static boolean isStream(HttpHeaders headers) {
        var type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null && STREAMS.stream().anyMatch(stream -> type.startsWith(stream.toString()));
    }
}
