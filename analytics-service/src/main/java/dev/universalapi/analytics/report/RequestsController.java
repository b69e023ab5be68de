package dev.universalapi.analytics.report;

import dev.universalapi.analytics.report.question.QuestionReader;
import dev.universalapi.analytics.usage.Partitions;
import dev.universalapi.platform.security.Caller;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lists what is kept one by one: an organisation's requests, and the gaps in what was counted.
@RestController
final class RequestsController {
    private final Requests requests;
    private final Gaps gaps;
    private final Partitions partitions;

    /// Producers with numbers that are missing.
    record Gapped(List<Gaps.Gap> data) {}

    RequestsController(Requests requests, Gaps gaps, Partitions partitions) {
        this.requests = requests;
        this.gaps = gaps;
        this.partitions = partitions;
    }

    /// The requests of the last day, or of another time; filtered, the latest first.
    @GetMapping(path = "/api/requests", produces = MediaType.APPLICATION_JSON_VALUE)
    Requests.Listed requests(@RequestParam MultiValueMap<String, String> sent, Caller caller) {
        var question = QuestionReader.readRequests(sent, partitions, InstantSource.system());
        return requests.list(caller.organisation(), question);
    }

    /// What was numbered and never counted, by producer.
    @GetMapping(path = "/api/analytics/gaps", produces = MediaType.APPLICATION_JSON_VALUE)
    Gapped gaps() {
        return new Gapped(gaps.list());
    }
}
