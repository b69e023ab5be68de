package dev.universalapi.search.search.round;

import dev.universalapi.search.search.plan.Inquiry;
import dev.universalapi.search.search.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Asks all sources of a plan at once, each on a thread of its own, and hands over what comes as it comes.
public final class Round {
    private final Plan plan;
    private final Duration deadline;
    private final long start = System.nanoTime();
    private final BlockingQueue<Arrival> queue = new LinkedBlockingQueue<>();
    private final List<Arrival> arrived = new ArrayList<>();
    private final Patience patience;
    private final List<Thread> threads = new ArrayList<>();

    /// What one source comes to.
    @FunctionalInterface
    interface Work {
        /// @param number of the source in the plan, from 1
        /// @param start of the round, in nanoseconds
        Arrival on(Inquiry inquiry, int number, long start);
    }

    /// @param fastest how long asking one source takes at least
    Round(Plan plan, Patience.Manner manner, Function<Inquiry, Duration> fastest, Work work) {
        this.plan = plan;
        this.deadline = manner.deadline();
        var expected = plan.inquiries().stream()
                .map(inquiry -> new Patience.Expected(inquiry.utility(), fastest.apply(inquiry)))
                .toList();
        this.patience = new Patience(start, manner, expected);
        for (int i = 0; i < plan.inquiries().size(); i++) {
            var inquiry = plan.inquiries().get(i);
            int number = i + 1;
            threads.add(Thread.ofVirtual().name("search").start(() -> queue.add(work.on(inquiry, number, start))));
        }
    }

    /// The plan that is asked.
    public Plan plan() {
        return plan;
    }

    /// What comes next, and all that came with it; nothing where nothing comes in that time.
    ///
    /// @throws InterruptedException if whoever waits is to stop
    public List<Arrival> next(Duration longest) throws InterruptedException {
        var first = queue.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
        if (first == null) {
            return List.of();
        }
        var fresh = new ArrayList<Arrival>();
        fresh.add(first);
        queue.drainTo(fresh);
        arrived.addAll(fresh);
        long now = System.nanoTime();
        fresh.forEach(arrival -> patience.arrived(plan.inquiries().indexOf(arrival.inquiry()), arrival.told(), now));
        return fresh;
    }

    /// All that came so far.
    public List<Arrival> arrived() {
        return List.copyOf(arrived);
    }

    /// Those that nothing came of yet.
    public List<Inquiry> open() {
        return plan.inquiries().stream()
                .filter(inquiry ->
                        arrived.stream().noneMatch(arrival -> arrival.inquiry().equals(inquiry)))
                .toList();
    }

    /// Whether everybody has come to an end.
    public boolean over() {
        return arrived.size() == plan.inquiries().size();
    }

    /// Waits as long as it pays.
    ///
    /// @throws InterruptedException if whoever waits is to stop
    public void await() throws InterruptedException {
        for (var left = worthWaiting(); !over() && left.isPositive(); left = worthWaiting()) {
            var _ = next(left);
        }
    }

    /// How much longer it pays to wait for those who have not answered; zero or less when it does not.
    public Duration worthWaiting() {
        return Duration.ofNanos(patience.left(System.nanoTime()));
    }

    /// How long the caller still waits; zero when that time is up.
    public Duration left() {
        var left = deadline.minusNanos(System.nanoTime() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// Nobody wants it any more.
    public void leave() {
        threads.forEach(Thread::interrupt);
    }

    /// Milliseconds since it began.
    public long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /// The share of what was expected to help that has told something, 0 to 1; 0 where nobody was asked.
    public double coverage() {
        double told = 0;
        double expected = 0;
        for (var arrival : arrived) {
            told += arrival.told() ? arrival.inquiry().utility() : 0;
            expected += arrival.told() || arrival.missing() ? arrival.inquiry().utility() : 0;
        }
        expected += open().stream().mapToDouble(Inquiry::utility).sum();
        return expected == 0 ? 0 : told / expected;
    }
}
