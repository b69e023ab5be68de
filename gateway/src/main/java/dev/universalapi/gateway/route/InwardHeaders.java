package dev.universalapi.gateway.route;

import dev.universalapi.gateway.identity.Identity;
import dev.universalapi.gateway.limit.Timeout;
import dev.universalapi.gateway.problem.RequestIds;
import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.security.InternalToken;
import dev.universalapi.platform.security.TokenMint;
import dev.universalapi.platform.web.Deadline;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/// What travels inside: the caller's key and all that it pretends to be ours stay outside, our own marks are set.
///
/// Runs last, after what a `Connection` header names was removed: so no caller can have a mark of ours taken off.
final class InwardHeaders implements HttpHeadersFilter, Ordered {

    private static final String INTERNAL = "x-internal-";
    private static final String TRACE = "traceparent";

    private final TokenMint mint;

    InwardHeaders(TokenMint mint) {
        this.mint = mint;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.REQUEST;
    }

    @Override
    public HttpHeaders filter(HttpHeaders given, ServerWebExchange exchange) {
        HttpHeaders inward = new HttpHeaders();
        given.headerSet().forEach(header -> {
            if (!header.getKey().toLowerCase(Locale.ROOT).startsWith(INTERNAL)) {
                inward.put(header.getKey(), List.copyOf(header.getValue()));
            }
        });
        inward.remove(HttpHeaders.AUTHORIZATION);
        inward.set(RequestId.HEADER, RequestIds.of(exchange));
        Identity.of(exchange).ifPresent(caller -> inward.set(InternalToken.HEADER, mint.mint(caller)));
        address(exchange).ifPresent(address -> inward.set(InternalToken.ADDRESS, address));
        trace(exchange).ifPresent(trace -> inward.set(TRACE, trace));
        Timeout.of(exchange).ifPresent(timeout -> inward.set(Deadline.HEADER, Long.toString(timeout.toMillis())));
        return inward;
    }

    private static Optional<String> address(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getRemoteAddress())
                .map(InetSocketAddress::getAddress)
                .map(InetAddress::getHostAddress);
    }

    /// Where the service's spans hang, by W3C Trace Context.
    private static Optional<String> trace(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(observed -> observed.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(Span::context)
                .map(span -> "00-" + span.traceId() + "-" + span.spanId()
                        + (Boolean.TRUE.equals(span.sampled()) ? "-01" : "-00"));
    }
}
