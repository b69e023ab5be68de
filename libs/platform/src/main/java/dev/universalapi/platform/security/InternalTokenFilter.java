package dev.universalapi.platform.security;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.problem.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/// The door of a service: whoever has no internal token is refused, on every route. What else the gateway says,
/// such as the id of the request, is believed only beside a token.
///
/// What is below `/internal` is for our own parts alone: no key of anybody's has a scope `internal:…`, for it is none
/// that [Scope] reads. Which of them is wanted, each controller says.
final class InternalTokenFilter extends OncePerRequestFilter {
    private static final String INTERNAL = "/internal";
    private static final String OUR_OWN = "internal:";

    private final TokenVerifier verifier;

    InternalTokenFilter(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller =
                Optional.ofNullable(request.getHeader(InternalToken.HEADER)).flatMap(verifier::verify);
        var id = caller.flatMap(_ -> sentBy(request)).orElseGet(RequestId::fresh);
        request.setAttribute(RequestId.class.getName(), id);
        response.setHeader(RequestId.HEADER, id.value());
        try (var _ = MDC.putCloseable(RequestId.LOG_KEY, id.value())) {
            if (caller.isEmpty()) {
                ProblemResponses.send(refusal(), request, response);
                return;
            }
            if (isInternal(request) && caller.get().scopes().stream().noneMatch(scope -> scope.startsWith(OUR_OWN))) {
                ProblemResponses.send(closed(), request, response);
                return;
            }
            request.setAttribute(Caller.class.getName(), caller.get());
            chain.doFilter(request, response);
        }
    }

    private static boolean isInternal(HttpServletRequest request) {
        var path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        return path.equals(INTERNAL) || path.startsWith(INTERNAL + "/");
    }

    private static Optional<RequestId> sentBy(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(RequestId.HEADER))
                .filter(RequestId::isWellFormed)
                .map(RequestId::new);
    }

    private static ProblemException closed() {
        return new ProblemException(ProblemType.FORBIDDEN, "Only parts of the suite ask here.");
    }

    private static ProblemException refusal() {
        return new ProblemException(
                ProblemType.INTERNAL_TOKEN_REQUIRED, "Only the gateway may call this address; ask there, with a key.");
    }
}
