package dev.universalapi.host.redis;

import dev.universalapi.engine.receipt.Receipts;
import java.time.InstantSource;

class RememberedReceiptsTests extends ReceiptsContract {
    private final Receipts receipts = Receipts.inMemory(InstantSource.system());

    @Override
    Receipts keeping() {
        return receipts;
    }

    @Override
    Receipts asked() {
        return receipts;
    }
}
