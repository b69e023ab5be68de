package dev.universalapi.platform.problem;

import dev.universalapi.contracts.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.DisconnectedClientHelper;

/// Turns whatever a controller throws into a problem: the one broad catch of a service.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Problem> answer(Exception thrown, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            return null;
        }
        var known = SpringProblems.recognise(thrown).orElseGet(() -> unexpected(thrown, request));
        var problem = ProblemResponses.describe(known, request);
        var headers = new HttpHeaders();
        if (thrown instanceof ErrorResponse response) {
            headers.putAll(response.getHeaders());
        }
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (problem.retryAfter() != null) {
            headers.set(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        }
        request.removeAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE);
        return ResponseEntity.status(problem.status()).headers(headers).body(problem);
    }

    private static ProblemException unexpected(Exception thrown, HttpServletRequest request) {
        LOG.atError()
                .setCause(thrown)
                .addKeyValue("method", request.getMethod())
                .addKeyValue("route", request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .log("A request failed for a reason nobody foresaw");
        return new ProblemException(
                ProblemType.INTERNAL_ERROR, "Something went wrong on our side; the request id leads to the cause.");
    }
}
