package dev.universalapi.engine.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ReceiptsTests {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));

    @Test
    void findsAReceiptForItsOrganisationOnly() {
        var receipts = Receipts.inMemory(now::get);
        var receipt = receipt("acme", "r1");
        receipts.keep(receipt);

        assertThat(receipts.find("acme", "r1")).hasValue(receipt);
        assertThat(receipts.find("other", "r1")).isEmpty();
        assertThat(receipts.find("acme", "r2")).isEmpty();
    }

    @Test
    void forgetsAfterADay() {
        var receipts = Receipts.inMemory(now::get);
        receipts.keep(receipt("acme", "r1"));

        now.updateAndGet(instant -> instant.plus(Duration.ofHours(24).minusMillis(1)));
        assertThat(receipts.find("acme", "r1")).isPresent();
        now.updateAndGet(instant -> instant.plusMillis(1));
        assertThat(receipts.find("acme", "r1")).isEmpty();
    }

    @Test
    void keepsNoMoreThanItMay() {
        var receipts = new RememberedReceipts(10, now::get);

        for (var i = 0; i < 1000; i++) {
            receipts.keep(receipt("acme", "r" + i));
        }

        var kept = 0;
        for (var i = 0; i < 1000; i++) {
            kept += receipts.find("acme", "r" + i).isPresent() ? 1 : 0;
        }
        assertThat(kept).isEqualTo(10);
    }

    private Receipt receipt(String organisation, String id) {
        return new Receipt(id, organisation, "joke/random", Map.of(), now.get(), "live", List.of(), List.of(), null);
    }
}
