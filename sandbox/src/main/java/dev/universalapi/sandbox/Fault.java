package dev.universalapi.sandbox;

import dev.universalapi.egress.EgressResponse;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How a provider misbehaves until the fault is lifted.
///
/// @param operation the only operation that suffers; empty for all
/// @param millis how long [Kind#LATENCY] waits
/// @param status what [Kind#STATUS] answers with
/// @param retryAfter seconds that [Kind#STATUS] wants to be left alone
/// @param answer what [Kind#ANSWER] says
/// @param lifted opens when the fault is taken away, so that nobody waits for a fault that is over
record Fault(
        Kind kind,
        Optional<String> operation,
        int millis,
        int status,
        OptionalInt retryAfter,
        Optional<Answer> answer,
        CountDownLatch lifted) {

    /// What is said instead of what was recorded.
    ///
    /// @param response to the call that counts
    /// @param before to the call before; the call before gets the same response where there is none
    record Answer(EgressResponse response, Optional<EgressResponse> before) {}

    /// The ways to misbehave.
    enum Kind {
        /// Answers as ever, late.
        LATENCY,
        /// Answers with a status: its own sample of that status, if it has one.
        STATUS,
        /// Takes the request and never answers.
        BLACKHOLE,
        /// Announces the whole body, sends half of it, and hangs up.
        TRUNCATE,
        /// Answers 200 with a body that cannot be read.
        MALFORMED,
        /// Answers 200 with an error inside.
        ERROR_IN_200,
        /// Answers 200 with a member renamed that the contract needs.
        DRIFT,
        /// Answers with what it is told.
        ANSWER
    }

    /// Whether an operation suffers from it.
    boolean strikes(String path) {
        return operation.isEmpty() || operation.get().equals(path);
    }

    /// Waits, but not after the fault is lifted.
    void hold(long limitMillis) {
        try {
            var _ = lifted.await(limitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
