package dev.universalapi.analytics.live;

import dev.universalapi.platform.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Shows an organisation its usage as it happens.
@RestController
final class LiveController {
    private final Watchers watchers;

    LiveController(Watchers watchers) {
        this.watchers = watchers;
    }

    /// A stream (SSE) of events `usage`, one a second, until the caller leaves; after an hour it ends, and clients
    /// connect again by themselves.
    @GetMapping(path = "/api/analytics/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(Caller caller) {
        return watchers.watch(caller.organisation());
    }
}
