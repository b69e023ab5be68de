package dev.universalapi.engine.usage;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Brings together what is known of a question in two places: the calls, by who makes them, and what the caller got, by
/// who replies. Either may be first, for calls go on when a caller's time is up, and a kept answer is renewed after
/// it was given; or there are no calls at all.
public final class Bill {
    private final Consumer<Spent> reader;
    private @Nullable List<Spent> calls;
    private boolean replied;
    private boolean byCall;

    /// @param reader is told each thing that was spent, once
    public Bill(Consumer<Spent> reader) {
        this.reader = reader;
    }

    /// These calls were made, in this order, and no more will be.
    public synchronized void called(List<Spent> made) {
        calls = made;
        if (replied) {
            tell(made);
        }
    }

    /// The caller got what the last call brought.
    public synchronized void settledByCall() {
        byCall = true;
        replied();
    }

    /// The caller got something else.
    public synchronized void settledBy(Spent other) {
        reader.accept(other);
        replied();
    }

    private void replied() {
        replied = true;
        if (calls != null) {
            tell(calls);
        }
    }

    private void tell(List<Spent> made) {
        for (int i = 0; i < made.size(); i++) {
            var settles = byCall && i == made.size() - 1;
            reader.accept(settles ? made.get(i).settling() : made.get(i));
        }
    }
}
