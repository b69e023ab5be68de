package dev.universalapi.analytics.report;

import dev.universalapi.analytics.report.question.Dimension;
import dev.universalapi.platform.security.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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

    /// Requests, attempts, failures, units and cost, grouped by at most two dimensions.
    @GetMapping("/api/analytics/usage")
    @Nullable
    Page usage(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        return desk.sums(
                "usage", Measure.USAGE, List.of(Dimension.OPERATION), new Desk.Visit(sent, accept, caller, response));
    }

    /// Attempts that failed, and which share of all they are.
    @GetMapping("/api/analytics/errors")
    @Nullable
    Page errors(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        return desk.sums(
                "errors",
                Measure.ERRORS,
                List.of(Dimension.PROVIDER, Dimension.OUTCOME),
                new Desk.Visit(sent, accept, caller, response));
    }

    /// Units and cost.
    @GetMapping("/api/analytics/costs")
    @Nullable
    Page costs(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        return desk.sums(
                "costs", Measure.COSTS, List.of(Dimension.PROVIDER), new Desk.Visit(sent, accept, caller, response));
    }

    /// How providers did: sums by provider. Their latencies: `/api/analytics/latency?by=provider`.
    @GetMapping("/api/analytics/providers")
    @Nullable
    Page providers(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        return desk.sums(
                "providers",
                Measure.PROVIDERS,
                List.of(Dimension.PROVIDER),
                new Desk.Visit(sent, accept, caller, response));
    }

    /// The median, 90th and 99th percentile of latency in milliseconds, each within 1 % of rank.
    @GetMapping("/api/analytics/latency")
    @Nullable
    Page latency(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        return desk.latencies(List.of(Dimension.OPERATION), new Desk.Visit(sent, accept, caller, response));
    }
}
