package dev.universalapi.bench.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Calls that come as they come, whether or not those before them were answered; each is timed from when it should have
/// been sent.
final class Flow {
    private Flow() {}

    /// @param millis each call, in order of size
    /// @param failed calls that were not answered
    record Seen(double[] millis, long failed) {
        double at(double part) {
            return millis.length == 0 ? Double.NaN : millis[(int) Math.min(millis.length - 1, millis.length * part)];
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "p50 %.3f  p99 %.3f  p99.9 %.3f ms%s",
                    at(0.5),
                    at(0.99),
                    at(0.999),
                    failed == 0 ? "" : "  failed " + failed);
        }
    }

    /// @param ways one a gateway
    /// @param rate calls a second, over all gateways
    /// @param organisations how many take turns
    static Seen run(List<Way> ways, int rate, int organisations, Duration time) throws InterruptedException {
        var took = new ConcurrentLinkedQueue<Long>();
        var failed = new AtomicLong();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < ways.size(); i++) {
            var way = ways.get(i);
            var first = i;
            threads.add(Thread.ofPlatform().start(() -> {
                var pause = 1_000_000_000L * ways.size() / rate;
                var begun = System.nanoTime() + first * pause / ways.size();
                var pending = new ArrayList<CompletableFuture<?>>();
                for (var call = 0; call * pause < time.toNanos(); call++) {
                    var due = begun + call * pause;
                    while (due - System.nanoTime() > 0) {
                        LockSupport.parkNanos(Math.min(50_000, due - System.nanoTime()));
                    }
                    var sent = System.nanoTime(); // a late sender is not the way's fault
                    pending.add(way.ask("o" + call % organisations, call * 10L + first)
                            .handle((_, failure) -> {
                                if (failure == null) {
                                    took.add(System.nanoTime() - sent);
                                } else {
                                    failed.incrementAndGet();
                                }
                                return null;
                            }));
                }
                pending.forEach(CompletableFuture::join);
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        var millis = took.stream().mapToDouble(nanos -> nanos / 1e6).toArray();
        Arrays.sort(millis);
        return new Seen(millis, failed.get());
    }
}
