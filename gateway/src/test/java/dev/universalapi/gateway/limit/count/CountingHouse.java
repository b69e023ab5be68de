package dev.universalapi.gateway.limit.count;

import static org.awaitility.Awaitility.await;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.gateway.limit.credit.Credits;
import dev.universalapi.gateway.limit.quota.Counter;
import dev.universalapi.gateway.limit.quota.Used;
import dev.universalapi.gateway.limit.quota.Warnings;
import dev.universalapi.gateway.limit.rate.Line;
import dev.universalapi.gateway.limit.redis.RedisClock;
import dev.universalapi.gateway.limit.redis.RedisLink;
import dev.universalapi.gateway.limit.redis.RedisServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// Several gateways that count in one real Redis, each as it is wired.
final class CountingHouse implements AutoCloseable {
    final RedisServer redis = RedisServer.start();
    final List<Event> told = new CopyOnWriteArrayList<>();
    final MeterRegistry meters = new SimpleMeterRegistry();
    final List<Gateway> gateways = new ArrayList<>();
    volatile CompletableFuture<Used> usage = CompletableFuture.completedFuture(new Used(List.of(), Map.of()));
    final AtomicInteger recounts = new AtomicInteger();
    volatile Instant now = Instant.now();

    /// One of them.
    record Gateway(RedisLink link, Counting counting, Tending tending, Credits<?, ?> credits) {}

    CountingHouse(int many) {
        for (var i = 0; i < many; i++) {
            gateways.add(gateway(redis.link(), many));
        }
        awaitState(RedisLink.State.CONNECTED);
    }

    /// One more, which waits no longer for Redis than real ones do.
    Gateway impatient() {
        var gateway = gateway(redis.link(Duration.ofMillis(30)), gateways.size() + 1);
        gateways.add(gateway);
        awaitState(RedisLink.State.CONNECTED);
        return gateway;
    }

    void awaitState(RedisLink.State state) {
        await().until(() -> gateways.stream().allMatch(gateway -> gateway.link().state() == state));
    }

    Scripts scripts() {
        return new Scripts(gateways.getFirst().link(), new Allowance(0.01, 10, () -> true));
    }

    private Gateway gateway(RedisLink link, int many) {
        InstantSource clock = InstantSource.system();
        var allowance = new Allowance(0.01, 10, () -> link.state() != RedisLink.State.NONE);
        var scripts = new Scripts(link, allowance);
        var unheard = new Unheard();
        var share = new Share(() -> many, clock, allowance, unheard);
        var settling = new Settling(scripts, new Warnings(told::add, clock), meters);
        var recounting = new Recounts(
                scripts,
                _ -> {
                    recounts.incrementAndGet();
                    return usage;
                },
                Duration.ofHours(1),
                meters);
        var credits = new Credits<Ask.Limits, List<Standing>>(Duration.ofMillis(100), 64, System::nanoTime);
        return new Gateway(
                link,
                new Counting(scripts, new Refusals(System::nanoTime), share, settling, recounting, credits),
                new Tending(scripts, settling, unheard, new RedisClock(link, clock), credits),
                credits);
    }

    Ask ask(String id, List<Line> rates, List<Counter> quotas) {
        return new Ask("org_acme", id, rates, quotas, Duration.ofMinutes(1), now);
    }

    Verdict verdict(Ask ask) {
        return gateways.getFirst().counting().ask(ask).join();
    }

    /// How many of so many calls at once come in; they go round the gateways.
    long flood(int calls, IntFunction<Ask> asks) {
        var verdicts = new ArrayList<CompletableFuture<Verdict>>();
        for (var i = 0; i < calls; i++) {
            verdicts.add(gateways.get(i % gateways.size()).counting().ask(asks.apply(i)));
        }
        return verdicts.stream()
                .map(CompletableFuture::join)
                .filter(Verdict.Admitted.class::isInstance)
                .count();
    }

    @Override
    public void close() {
        gateways.forEach(gateway -> {
            gateway.tending().close();
            gateway.link().close();
        });
        redis.close();
    }
}
