package dev.universalapi.gateway.identity.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/// What is counted of finding out whose keys are.
final class AccountFigures {
    private final Timer found;
    private final Timer unknown;
    private final Timer failed;
    private final Counter spared;
    private final Counter remembered;

    AccountFigures(MeterRegistry meters) {
        this.found = lookups(meters, "found");
        this.unknown = lookups(meters, "unknown");
        this.failed = lookups(meters, "failed");
        this.spared = Counter.builder("gateway.identity.lookups.spared")
                .description("keys that auth-service was not asked for, because it is away")
                .register(meters);
        this.remembered = Counter.builder("gateway.identity.remembered")
                .description("keys that go on from memory, because auth-service is away")
                .register(meters);
    }

    private static Timer lookups(MeterRegistry meters, String outcome) {
        return Timer.builder("gateway.identity.lookups")
                .description("keys that auth-service was asked for, by what came of it")
                .tag("outcome", outcome)
                .register(meters);
    }

    void answered(long nanos, boolean somebodys) {
        (somebodys ? found : unknown).record(nanos, TimeUnit.NANOSECONDS);
    }

    void failed(long nanos) {
        failed.record(nanos, TimeUnit.NANOSECONDS);
    }

    void spared() {
        spared.increment();
    }

    void remembered() {
        remembered.increment();
    }
}
