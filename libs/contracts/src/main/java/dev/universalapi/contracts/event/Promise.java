package dev.universalapi.contracts.event;

/// What is promised to whoever waits for an event.
public enum Promise {
    /// A fact: told if, and only if, the transaction that publishes it is committed.
    OUTBOX,
    /// Metering: numbered without a gap per producer, so that what was not acknowledged can be seen to be missing.
    USAGE,
    /// For counting only: may be lost, and how many were is counted.
    DIRECT
}
