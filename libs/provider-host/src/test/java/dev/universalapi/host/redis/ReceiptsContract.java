package dev.universalapi.host.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.receipt.Candidate;
import dev.universalapi.engine.receipt.Receipt;
import dev.universalapi.engine.receipt.Receipts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What receipts promise, wherever they are kept.
abstract class ReceiptsContract {
    /// Those that keep.
    abstract Receipts keeping();

    /// Those that are asked, by another process where there can be one; all that was kept has arrived.
    abstract Receipts asked();

    static Receipt receipt(String organisation, String id) {
        return new Receipt(
                id,
                organisation,
                "paint/colour",
                Map.of("hue", new BigDecimal("48.80"), "name", "ultramarine é"),
                Instant.parse("2026-03-01T12:00:00.123Z"),
                "live",
                List.of(new Candidate("pigments", null, null, null), new Candidate("dye-works", "route", "why", null)),
                Arrays.stream(Outcome.values())
                        .map(outcome -> new Attempt("pigments", outcome, 12, 503, "sick", 30L))
                        .toList(),
                "pigments");
    }

    @Test
    void findsWhatWasKept() {
        keeping().keep(receipt("guild", "r1"));

        assertThat(asked().find("guild", "r1")).contains(receipt("guild", "r1"));
    }

    @Test
    void knowsNoOther() {
        keeping().keep(receipt("guild", "r1"));

        assertThat(asked().find("guild", "r2")).isEmpty();
    }

    @Test
    void isNotThereForAnotherOrganisation() {
        keeping().keep(receipt("guild", "r1"));
        keeping().keep(receipt("guild}:", "x"));

        assertThat(asked().find("others", "r1")).isEmpty();
        assertThat(asked().find("guild", "}::x")).isEmpty();
        assertThat(asked().find("guild}:", "x")).isPresent();
    }

    @Test
    void keepsTheLastOfAnId() {
        var last =
                new Receipt("r1", "guild", "paint/brush", Map.of(), Instant.EPOCH, "live", List.of(), List.of(), null);
        keeping().keep(receipt("guild", "r1"));
        keeping().keep(last);

        assertThat(asked().find("guild", "r1")).contains(last);
    }
}
