package dev.universalapi.host.measure;

import dev.universalapi.contracts.event.search.UsageRecorded;
import dev.universalapi.engine.Observer;
import dev.universalapi.engine.cache.How;
import dev.universalapi.engine.drift.Drift;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.usage.Spent;
import dev.universalapi.platform.events.Events;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/// Tells what is spent on questions, beside what another observer does.
public final class Metering implements Observer {
    private final Observer observer;
    private final Events events;
    private final InstantSource clock;

    public Metering(Observer observer, Events events, InstantSource clock) {
        this.observer = observer;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void attempted(OperationType operation, Attempt attempt) {
        observer.attempted(operation, attempt);
    }

    @Override
    public void served(OperationType operation, How how) {
        observer.served(operation, how);
    }

    @Override
    public void drifted(Drift drift) {
        observer.drifted(drift);
    }

    @Override
    public void spent(Spent spent) {
        var asking = spent.asking();
        events.publish(new UsageRecorded(
                asking.organisation(),
                asking.key(),
                asking.requestId(),
                spent.number(),
                spent.operation().substring(0, spent.operation().indexOf('/')),
                spent.operation(),
                spent.provider(),
                spent.outcome(),
                spent.cached(),
                spent.settles(),
                spent.units(),
                spent.unit(),
                spent.cost(),
                spent.millis(),
                clock.instant(),
                once()));
    }

    // the process is not enough: a gateway that does not get an answer may ask the same one again
    private static String once() {
        return Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
    }
}
