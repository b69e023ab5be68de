package dev.universalapi.auth.audit;

import dev.universalapi.auth.permission.Needs;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Scope;
import dev.universalapi.platform.web.Departures;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Shows an organisation what was done to it, all of it to take away, and whether all of it is still there.
@RestController
final class AuditController {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Scope OPERATOR = Scope.of("operator:read");
    private static final int MOST_ANCHORS = 20;

    private final Trail trail;
    private final Departures departures;
    private final JsonMapper json;

    AuditController(Trail trail, Departures departures, JsonMapper json) {
        this.trail = trail;
        this.departures = departures;
        this.json = json;
    }

    /// A page of events, the latest first.
    @Needs("audit:read")
    @GetMapping(path = "/api/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    Trail.Page list(@RequestParam MultiValueMap<String, String> sent, Caller caller) {
        var question = Question.read(sent);
        return trail.page(chainOf(caller, question.organisation()), question);
    }

    /// Every event, oldest first, one a line. What fails on the way ends the connection, so that nobody takes a part
    /// for the whole.
    @Needs("audit:read")
    @GetMapping(path = "/api/audit/export", produces = "application/x-ndjson")
    void export(@RequestParam MultiValueMap<String, String> sent, Caller caller, HttpServletResponse response)
            throws IOException {
        var question = Question.read(sent);
        var organisation = chainOf(caller, question.organisation());
        response.setContentType("application/x-ndjson;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.ndjson\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        departures.whileReading(PATIENCE, () -> {
            var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            try {
                trail.tell(organisation, question, link -> line(link, out));
            } catch (UncheckedIOException gone) {
                throw gone.getCause();
            }
            out.flush();
        });
    }

    /// Whether the chain is whole, and if not, from which event on.
    ///
    /// @param anchor `<sequence>:<hash>` of ends that the caller remembers
    @Needs("audit:read")
    @GetMapping(path = "/api/audit/verify", produces = MediaType.APPLICATION_JSON_VALUE)
    Trail.Verdict verify(
            @RequestParam(defaultValue = "") List<String> anchor,
            @RequestParam(required = false) @Nullable String organisation,
            Caller caller) {
        if (anchor.size() > MOST_ANCHORS) {
            throw ProblemException.invalid("anchor", "query", "anchor is given at most " + MOST_ANCHORS + " times");
        }
        var remembered = anchor.stream().map(AuditController::remembered).toList();
        return departures.whilePresent(() -> trail.verify(chainOf(caller, organisation), remembered));
    }

    private static Head remembered(String anchor) {
        return Head.parse(anchor)
                .orElseThrow(() -> ProblemException.invalid(
                        "anchor", "query", "anchor must be a sequence number, a colon and the hash of that event"));
    }

    private static String chainOf(Caller caller, @Nullable String wanted) {
        if (wanted == null || wanted.equals(caller.organisation())) {
            return caller.organisation();
        }
        if (!caller.may(OPERATOR)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "What was done to other organisations is for operators: operator:read.");
        }
        return wanted;
    }

    private boolean line(Link link, Writer out) {
        try {
            out.write(json.writeValueAsString(link));
            out.write('\n');
            return true;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
