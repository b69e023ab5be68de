package dev.universalapi.gateway.limit;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.Problem.Mistake;
import dev.universalapi.platform.problem.ProblemException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Refuses what is too large, before anything else looks at it.
final class SizeFilter implements WebFilter, Ordered {

    /// `: ` and the line's end.
    private static final int FRAMING = 4;

    private final LimitProperties limits;

    SizeFilter(LimitProperties limits) {
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        checkAddress(request.getURI());
        checkHeaders(request.getHeaders());
        long declared = request.getHeaders().getContentLength();
        if (declared > limits.body().toBytes()) {
            throw CountedBody.tooLarge(limits.body(), "%d bytes were declared".formatted(declared));
        }
        boolean bodiless = declared <= 0 && !request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
        return chain.filter(
                bodiless
                        ? exchange
                        : exchange.mutate()
                                .request(new CountedBody(request, limits.body()))
                                .build());
    }

    private void checkAddress(URI address) {
        int length = address.getRawPath().length()
                + (address.getRawQuery() == null ? 0 : address.getRawQuery().length() + 1);
        if (length > limits.address().toBytes()) {
            throw new ProblemException(
                    ProblemType.ADDRESS_TOO_LONG,
                    "Path and query may have %d bytes, they had %d"
                            .formatted(limits.address().toBytes(), length));
        }
    }

    private void checkHeaders(HttpHeaders headers) {
        long total = 0;
        long largest = 0;
        String name = "";
        for (Map.Entry<String, List<String>> header : headers.headerSet()) {
            long size = 0;
            for (String value : header.getValue()) {
                size += header.getKey().length() + value.length() + FRAMING;
            }
            total += size;
            if (size > largest) {
                largest = size;
                name = header.getKey();
            }
        }
        if (total > limits.headers().toBytes()) {
            throw new ProblemException(
                    ProblemType.HEADERS_TOO_LARGE,
                    "All headers together may have %d bytes, they had %d; the largest is %s with %d"
                            .formatted(limits.headers().toBytes(), total, name, largest),
                    List.of(new Mistake(name, "header", "has %d bytes".formatted(largest))));
        }
    }
}
