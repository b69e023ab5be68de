package dev.universalapi.host;

import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Providers;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.receipt.Receipt;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/// Counts and times every attempt by provider, operation and outcome: three labels whose values are all in the house.
final class MeasuredProviders implements Providers {
    private static final String ATTEMPTS = "provider.attempts";

    private final Providers providers;
    private final MeterRegistry meters;

    MeasuredProviders(Providers providers, MeterRegistry meters) {
        this.providers = providers;
        this.meters = meters;
    }

    @Override
    public <A extends Record> Reply<A> ask(Query<A> query, Asking asking) {
        var reply = providers.ask(query, asking);
        record(reply.receipt());
        return reply;
    }

    @Override
    public Receipt plan(Query<?> query, Asking asking) {
        return providers.plan(query, asking);
    }

    private void record(Receipt receipt) {
        for (var attempt : receipt.attempts()) {
            Timer.builder(ATTEMPTS)
                    .description("Calls to providers")
                    .tag("provider", attempt.provider())
                    .tag("operation", receipt.operation())
                    .tag("outcome", attempt.outcome().label())
                    .tag("mode", receipt.mode())
                    .register(meters)
                    .record(attempt.millis(), TimeUnit.MILLISECONDS);
        }
    }
}
