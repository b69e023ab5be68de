package dev.universalapi.gateway.admission;

import dev.universalapi.gateway.limit.count.Standing;
import java.time.Duration;
import java.util.List;
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
        var policy = new StringBuilder();
        var limit = new StringBuilder();
        for (var each : standings) { // appended, not formatted: every answer of the house comes by here
            add(policy, each.name(), ";q=", each.limit(), ";w=", each.window());
            add(limit, each.name(), ";r=", each.left(), ";t=", each.reset());
        }
        headers.set(POLICY, policy.toString());
        headers.set(LIMIT, limit.toString());
    }

    private static void add(StringBuilder to, String name, String first, long number, String second, Duration time) {
        to.append(to.isEmpty() ? "\"" : ", \"").append(name).append('"');
        to.append(first).append(number).append(second).append(seconds(time));
    }

    /// Whole ones, rounded up: before then it would be too early.
    static long seconds(Duration duration) {
        return Math.ceilDiv(duration.toMillis(), 1_000);
    }
}
