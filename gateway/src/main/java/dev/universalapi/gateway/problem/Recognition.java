package dev.universalapi.gateway.problem;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.NotFoundException;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/// Finds the problem type of whatever was thrown on the way through the edge.
final class Recognition {

    private static final Duration SOON = Duration.ofSeconds(1);
    /// By then a restarted service is registered, or a dead one forgotten.
    private static final Duration NEXT_FETCH = Duration.ofSeconds(5);

    private static final String NO_HTTP = "%s answered with something that is no HTTP";

    private Recognition() {}

    static ProblemException of(ServerWebExchange exchange, Throwable thrown) {
        String service = service(exchange);
        return switch (thrown) {
            case ProblemException problem -> problem;
            case NotFoundException _ ->
                later(ProblemType.SERVICE_UNAVAILABLE, "No %s is registered", service, NEXT_FETCH);
            case PoolAcquirePendingLimitException _, PoolAcquireTimeoutException _ ->
                later(ProblemType.OVERLOADED, "Too many requests wait for %s", service, SOON);
            case ConnectException _, UnknownHostException _, NoRouteToHostException _ ->
                later(ProblemType.SERVICE_UNAVAILABLE, "%s does not take connections", service, NEXT_FETCH);
            case ReadTimeoutException _, TimeoutException _ ->
                gone(ProblemType.GATEWAY_TIMEOUT, "%s fell silent", service);
            case DecoderException _ -> gone(ProblemType.BAD_GATEWAY, NO_HTTP, service);
            // how the decoder calls an answer that does not even begin as one
            case IllegalArgumentException _
            when ServerWebExchangeUtils.isAlreadyRouted(exchange) -> gone(ProblemType.BAD_GATEWAY, NO_HTTP, service);
            case IOException _, AbortedException _ -> gone(ProblemType.BAD_GATEWAY, "%s broke the connection", service);
            case MethodNotAllowedException method -> wrongMethod(method);
            case NotAcceptableStatusException _ ->
                new ProblemException(ProblemType.NOT_ACCEPTABLE, "The Accept header rules out what there is here");
            case UnsupportedMediaTypeStatusException _ ->
                new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body is of a type that is not read here");
            case ResponseStatusException status ->
                byStatus(status.getStatusCode().value());
            default -> byCause(exchange, thrown.getCause());
        };
    }

    private static ProblemException byCause(ServerWebExchange exchange, @Nullable Throwable cause) {
        return cause == null ? unforeseen() : of(exchange, cause);
    }

    private static ProblemException byStatus(int status) {
        return switch (status) {
            case 400 -> new ProblemException(ProblemType.INVALID_PARAMETER, "The request cannot be read");
            case 404 ->
                new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is nothing at this address; GET /api/catalogue lists what there is");
            default -> unforeseen();
        };
    }

    private static ProblemException unforeseen() {
        return new ProblemException(ProblemType.INTERNAL_ERROR, "The request failed on our side; quote its requestId");
    }

    private static ProblemException wrongMethod(MethodNotAllowedException thrown) {
        String allowed = thrown.getSupportedMethods().stream()
                .map(HttpMethod::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return new ProblemException(
                ProblemType.METHOD_NOT_ALLOWED,
                "%s is not possible here, only %s".formatted(thrown.getHttpMethod(), allowed));
    }

    private static ProblemException gone(ProblemType type, String detail, String service) {
        return new ProblemException(type, detail.formatted(service));
    }

    private static ProblemException later(ProblemType type, String detail, String service, Duration wait) {
        return new ProblemException(type, detail.formatted(service), List.of(), List.of(), wait);
    }

    /// Services are named by what they are registered as; nothing is said of hosts and ports.
    private static String service(ServerWebExchange exchange) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route == null ? "the service" : route.getId();
    }
}
