package dev.universalapi.auth.feed;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// Where changes are told: a stream of Redis, or a test's.
interface ChangeStream {
    /// Returns when all of them are in it.
    void add(List<Change> changes) throws ExecutionException, TimeoutException, InterruptedException;
}
