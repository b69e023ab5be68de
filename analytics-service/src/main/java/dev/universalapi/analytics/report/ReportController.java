package dev.universalapi.analytics.report;

import dev.universalapi.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tells an organisation what its usage came to; a page of JSON, or everything as CSV or lines of JSON.
@RestController
final class ReportController {
    private final Desk desk;

    ReportController(Desk desk) {
        this.desk = desk;
    }

    /// Each [Report], grouped by at most two dimensions.
    @GetMapping({
        "/api/analytics/usage",
        "/api/analytics/errors",
        "/api/analytics/costs",
        "/api/analytics/providers",
        "/api/analytics/latency"
    })
    @Nullable
    Page report(
            HttpServletRequest request,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        return desk.answer(Report.at(request.getRequestURI()), new Desk.Visit(sent, accept, caller, response));
    }
}
