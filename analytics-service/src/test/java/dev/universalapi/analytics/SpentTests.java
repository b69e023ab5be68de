package dev.universalapi.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpentTests extends AnalyticsTests {
    private final Instant now = Instant.now();
    /// The first moment of this month, which may be today.
    private final Instant month = now.atZone(ZoneOffset.UTC)
            .toLocalDate()
            .withDayOfMonth(1)
            .atStartOfDay()
            .toInstant(ZoneOffset.UTC);

    private String own(String request) {
        return organisation + request;
    }

    @Test
    void countsEachRequestOnceThatGaveWhatWasAskedFor() throws Exception {
        var use = Uses.at(now.toString()).of(organisation);
        var before = Uses.at(month.minusSeconds(60).toString()).of(organisation);
        count(List.of(
                use.in(own("r1")),
                use.ending("timeout").in(own("r2"), 1, false, "0"),
                use.by("other").in(own("r2"), 2, true, "0"),
                use.ending("timeout").in(own("r3")),
                use.in(own("r4"), 1, true, "0"),
                use.asking("finance/quote").in(own("r4"), 2, true, "0"),
                before.in(own("r5"))));

        var answer = json(as("-", "/internal/usage/" + organisation, "internal:identity"), 200);

        assertThat(answer.path("data").valueStream())
                .extracting(row -> "%s %s %d %d"
                        .formatted(
                                row.path("key").asString(),
                                row.path("category").asString(),
                                row.path("day").asLong(),
                                row.path("month").asLong()))
                .containsExactly("key-1 search 1 1", "key-1 weather 2 2");
    }

    @Test
    void nobodyElseIsTold() throws Exception {
        json(to("/internal/usage/" + organisation, "usage:read"), 403);
    }

    @Test
    void whoHasUsedNothingHasNoRows() throws Exception {
        var answer = json(as("-", "/internal/usage/org_new", "internal:identity"), 200);

        assertThat(answer.path("data")).isEmpty();
    }
}
