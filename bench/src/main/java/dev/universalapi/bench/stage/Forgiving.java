package dev.universalapi.bench.stage;

import java.util.List;

/// Settings of search-service for proofs whose subject is a single failed call: what it is called, and who answers
/// instead. Each provider fails once in each way, one right after the other, and must be asked each time: breakers,
/// trials, rests and quotas would leave it alone after the first. Those are the subject of the proof `ladder`, where
/// they hold.
public final class Forgiving {
    /// As arguments of its process.
    public static final List<String> SETTINGS = List.of(
            "--universal.sandbox.quotas=unlimited",
            "--universal.live.standing.fewest=100000",
            "--universal.live.standing.in-a-row=100000",
            "--universal.live.standing.trial=0s",
            "--universal.live.standing.longest-trial=0s",
            "--universal.live.quota.unknown-rest=1s",
            "--universal.live.quota.spent-rest=1s",
            "--universal.live.quota.longest-rest=1s");

    private Forgiving() {}
}
