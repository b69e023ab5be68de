package dev.universalapi.platform.problem;

import dev.universalapi.platform.observability.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/// Writes problems where no controller is near: in filters and in Tomcat itself.
public final class ProblemResponses {

    private ProblemResponses() {}

    /// Sends it, unless the answer has already begun.
    public static void send(ProblemException thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var problem = describe(thrown, request);
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(RequestId.HEADER, problem.requestId());
        if (problem.retryAfter() != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        }
        response.getOutputStream().write(problem.json());
    }

    static Problem describe(ProblemException thrown, HttpServletRequest request) {
        var id = request.getAttribute(RequestId.class.getName()) instanceof RequestId known ? known : RequestId.fresh();
        return Problem.of(thrown, request.getRequestURI(), id.value());
    }
}
