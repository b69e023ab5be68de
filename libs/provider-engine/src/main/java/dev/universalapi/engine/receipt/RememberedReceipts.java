package dev.universalapi.engine.receipt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The receipts of this process.
final class RememberedReceipts implements Receipts {
    private static final int FEWEST = 1_000;
    private static final int BYTES_EACH = 2_048;
    private static final int SHARE_OF_MEMORY = 10;

    private record Key(String organisation, String id) {}

    private final Cache<Key, Receipt> receipts;

    RememberedReceipts(int most, InstantSource clock) {
        this.receipts = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    static RememberedReceipts fitting(InstantSource clock) {
        var fitting = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / BYTES_EACH;
        return new RememberedReceipts(Math.clamp(fitting, FEWEST, MOST), clock);
    }

    @Override
    public void keep(Receipt receipt) {
        receipts.put(new Key(receipt.organisation(), receipt.id()), receipt);
    }

    @Override
    public Optional<Receipt> find(String organisation, String id) {
        return Optional.ofNullable(receipts.getIfPresent(new Key(organisation, id)));
    }
}
