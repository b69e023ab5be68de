package dev.universalapi.engine.receipt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The receipts of this process. Each belongs to an organisation, and for any other it does not exist.
public final class Receipts {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MOST = 100_000;
    private static final int FEWEST = 1_000;
    private static final int BYTES_EACH = 2_048;
    private static final int SHARE_OF_MEMORY = 10;

    private record Key(String organisation, String id) {}

    private final Cache<Key, Receipt> receipts;

    private Receipts(int most, InstantSource clock) {
        this.receipts = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /// Keeps 100,000 receipts for 24 hours, or as many as fit in a tenth of the memory.
    public static Receipts inMemory(InstantSource clock) {
        var fitting = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / BYTES_EACH;
        return new Receipts(Math.clamp(fitting, FEWEST, MOST), clock);
    }

    static Receipts of(int most, InstantSource clock) {
        return new Receipts(most, clock);
    }

    /// Keeps a receipt under its organisation and id.
    public void keep(Receipt receipt) {
        receipts.put(new Key(receipt.organisation(), receipt.id()), receipt);
    }

    /// The receipt of a request of that organisation.
    public Optional<Receipt> find(String organisation, String id) {
        return Optional.ofNullable(receipts.getIfPresent(new Key(organisation, id)));
    }
}
