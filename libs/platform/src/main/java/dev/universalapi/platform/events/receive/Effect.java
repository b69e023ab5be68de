package dev.universalapi.platform.events.receive;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.platform.events.Received;
import dev.universalapi.platform.events.receive.Memory.Remembered;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/// Applies a batch and remembers it, both or neither.
final class Effect {
    private final TransactionOperations transactions;
    private final Memory memory;
    private final Subscriptions subscriptions;

    Effect(TransactionOperations transactions, Memory memory, Subscriptions subscriptions) {
        this.transactions = transactions;
        this.memory = memory;
        this.subscriptions = subscriptions;
    }

    /// @throws FailedEventException if who handles it threw
    Remembered apply(List<Arrival> batch) {
        return transactions.execute(_ -> {
            var remembered = memory.remember(batch);
            handle(remembered.fresh());
            return remembered;
        });
    }

    /// In order: neighbours of one kind go together.
    private void handle(List<Arrival> fresh) {
        List<Received<?>> run = new ArrayList<>();
        for (var arrival : fresh) {
            if (!run.isEmpty() && !kind(run.getFirst()).equals(kind(arrival.received()))) {
                hand(run);
                run = new ArrayList<>();
            }
            run.add(arrival.received());
        }
        if (!run.isEmpty()) {
            hand(run);
        }
    }

    private void hand(List<Received<?>> run) {
        try {
            subscriptions.handle(kind(run.getFirst()), run);
        } catch (RuntimeException failure) {
            throw Away.is(failure) ? failure : new FailedEventException(failure);
        }
    }

    private static Class<? extends Event> kind(Received<?> received) {
        return received.event().getClass();
    }
}
