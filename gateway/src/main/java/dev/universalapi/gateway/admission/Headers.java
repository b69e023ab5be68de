package dev.universalapi.gateway.admission;

import dev.universalapi.gateway.limit.count.Standing;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// What every answer says about the limits, by draft-ietf-httpapi-ratelimit-headers.
final class Headers {
    static final String POLICY = "RateLimit-Policy";
    static final String LIMIT = "RateLimit";

    private Headers() {}

    static void onCommit(ServerWebExchange exchange, List<Standing> standings) {
        exchange.getResponse().beforeCommit(() -> {
            write(exchange.getResponse().getHeaders(), standings);
            return Mono.empty();
        });
    }

    static void write(HttpHeaders headers, List<Standing> standings) {
        if (standings.isEmpty()) {
            return;
        }
        headers.set(
                POLICY,
                standings.stream()
                        .map(each -> "\"%s\";q=%d;w=%d".formatted(each.name(), each.limit(), seconds(each.window())))
                        .collect(Collectors.joining(", ")));
        headers.set(
                LIMIT,
                standings.stream()
                        .map(each -> "\"%s\";r=%d;t=%d".formatted(each.name(), each.left(), seconds(each.reset())))
                        .collect(Collectors.joining(", ")));
    }

    /// Whole ones, rounded up: before then it would be too early.
    static long seconds(Duration duration) {
        return Math.ceilDiv(duration.toMillis(), 1_000);
    }
}
