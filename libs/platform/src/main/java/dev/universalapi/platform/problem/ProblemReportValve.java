package dev.universalapi.platform.problem;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.observability.RequestId;
import java.io.IOException;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tomcat's page of last resort, as a problem: for requests that never reach a controller. Tomcat makes it by
/// name.
public final class ProblemReportValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var unreadable = thrown instanceof InvalidParameterException parameter
                ? Optional.of(SpringProblems.unreadable(parameter))
                : Optional.<ProblemException>empty();
        if (thrown != null && unreadable.isEmpty()) {
            LOG.atError()
                    .setCause(thrown)
                    .addKeyValue(RequestId.LOG_KEY, request.getAttribute(RequestId.class.getName()))
                    .log("A request failed before any controller was reached");
        }
        try {
            ProblemResponses.send(
                    unreadable.orElseGet(() -> problem(response.getStatus())), request, response.getResponse());
            response.finishResponse();
        } catch (IOException gone) {
            LOG.debug("The caller left before the problem could be told", gone);
        }
    }

    private static ProblemException problem(int status) {
        return switch (status) {
            case 404 -> SpringProblems.nothingHere();
            case 400 ->
                new ProblemException(
                        ProblemType.INVALID_PARAMETER, "The request is not well-formed HTTP, or its address is not.");
            default ->
                SpringProblems.byStatus(status, null)
                        .orElseGet(() -> new ProblemException(
                                ProblemType.INTERNAL_ERROR,
                                "Something went wrong on our side; the request id leads to the cause."));
        };
    }
}
