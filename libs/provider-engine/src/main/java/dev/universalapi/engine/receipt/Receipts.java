package dev.universalapi.engine.receipt;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The receipts of requests. Each belongs to an organisation, and for any other it does not exist. They are kept for 24
/// hours, at most 100,000 of an organisation.
public interface Receipts {
    /// How long a receipt is kept.
    Duration KEPT = Duration.ofHours(24);
    /// How many are kept.
    int MOST = 100_000;

    /// Keeps a receipt under its organisation and id, without delay for the one who calls.
    void keep(Receipt receipt);

    /// The receipt of a request of that organisation.
    Optional<Receipt> find(String organisation, String id);

    /// Those of this process: 100,000 in all, or as many as fit in a tenth of the memory.
    static Receipts inMemory(InstantSource clock) {
        return RememberedReceipts.fitting(clock);
    }
}
