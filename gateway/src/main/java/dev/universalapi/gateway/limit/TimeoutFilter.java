package dev.universalapi.gateway.limit;

import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.web.Deadline;
import java.time.Duration;
import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Ends the wait for an answer. It runs until the service's headers are there: a stream may then last as long as
/// it likes.
final class TimeoutFilter implements GlobalFilter, Ordered {

    /// Before an instance is chosen, so that both tries share the time; after the filter that writes the answer.
    static final int ORDER = 10_100;

    private final LimitProperties limits;

    TimeoutFilter(LimitProperties limits) {
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Duration timeout = asked(exchange.getRequest().getHeaders().getOrEmpty(Deadline.HEADER));
        Timeout.set(exchange, timeout);
        return chain.filter(exchange).timeout(timeout.plus(limits.grace()));
    }

    private Duration asked(List<String> values) {
        if (values.isEmpty()) {
            return limits.timeout();
        }
        long longest = limits.longestTimeout().toMillis();
        String text = String.join(",", values).strip();
        try {
            long millis = Long.parseLong(text);
            if (millis >= 1 && millis <= longest) {
                return Duration.ofMillis(millis);
            }
        } catch (NumberFormatException _) {
            // told below like a number out of bounds
        }
        throw ProblemException.invalid(
                Deadline.HEADER,
                "header",
                "%s must be a whole number from 1 to %d, was %s".formatted(Deadline.HEADER, longest, shortened(text)));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
