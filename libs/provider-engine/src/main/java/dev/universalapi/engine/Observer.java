package dev.universalapi.engine;

import dev.universalapi.engine.cache.How;
import dev.universalapi.engine.drift.Drift;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.usage.Spent;

/// Is told what an engine does, on the thread that does it: it must be quick and must not throw.
public interface Observer {
    /// Looks away.
    Observer NONE = new Observer() {
        @Override
        public void attempted(OperationType operation, Attempt attempt) {
            // nobody looks
        }

        @Override
        public void served(OperationType operation, How how) {
            // nobody looks
        }

        @Override
        public void drifted(Drift drift) {
            // nobody looks
        }
    };

    /// One attempt is over, whoever waited for it.
    void attempted(OperationType operation, Attempt attempt);

    /// One question was replied to.
    void served(OperationType operation, How how);

    /// Something was spent on a question: each call, whoever waited for it, and what settled a question without one.
    /// Exactly one of a question settles it.
    default void spent(Spent spent) {
        // most do not count it
    }

    /// A provider no longer answers in the shape it used to.
    void drifted(Drift drift);
}
