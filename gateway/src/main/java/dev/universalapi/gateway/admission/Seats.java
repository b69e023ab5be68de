package dev.universalapi.gateway.admission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// The room at the edge. While there is some everybody gets a seat at once. When there is none, a few wait for a
/// moment; a seat that becomes free goes to the organisation that has the fewest, there to whoever came last, who still
/// has the most patience. The classes that are refused first may not take the last seats.
final class Seats {
    /// The share of all seats that the class refused first may fill; the next ones more, in equal steps.
    private static final double FIRST_REFUSED = 0.7;
    /// The part of the queue that one organisation may fill.
    private static final int QUEUE_PART = 4;

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final IntSupplier room;
    private final AdmissionProperties properties;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, Deque<Waiter>> waiting = new HashMap<>();
    private final Departures departures = new Departures();
    private int all;
    private int highest;
    private int queued;

    /// One that waits.
    private record Waiter(String organisation, int rank, CompletableFuture<Boolean> seated) {}

    /// @param room how many seats there are now
    Seats(IntSupplier room, AdmissionProperties properties) {
        this.room = room;
        this.properties = properties;
    }

    /// True when seated, false when refused; whoever was seated leaves. It takes no longer than the patience.
    CompletableFuture<Boolean> take(String organisation, String operations) {
        var rank = rank(operations);
        var waiter = new Waiter(organisation, rank, new CompletableFuture<>());
        synchronized (this) {
            if (queued == 0 && all < seats(rank)) {
                seat(organisation);
                waiter.seated().complete(true);
                return waiter.seated();
            }
            var refused = queue(waiter);
            if (refused.isPresent()) {
                refused.get().seated().complete(false);
                if (refused.get().equals(waiter)) {
                    return waiter.seated();
                }
            }
        }
        CompletableFuture.delayedExecutor(properties.patience().toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> expire(waiter));
        return waiter.seated();
    }

    void leave(String organisation) {
        Optional<Waiter> next;
        synchronized (this) {
            departures.one(System.nanoTime());
            all--;
            taken.computeIfPresent(organisation, (_, many) -> many == 1 ? null : many - 1);
            next = next();
            next.ifPresent(waiter -> seat(waiter.organisation()));
        }
        next.ifPresent(waiter -> waiter.seated().completeAsync(() -> true));
    }

    /// How long until those who wait now have left, as fast as seats became free lately.
    synchronized Duration again() {
        var wait = departures.time(queued + 1L, System.nanoTime());
        return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /// The most that were taken at once since this was asked last.
    synchronized int highest() {
        var most = highest;
        highest = all;
        return most;
    }

    synchronized int taken() {
        return all;
    }

    private void seat(String organisation) {
        all++;
        highest = Math.max(highest, all);
        taken.merge(organisation, 1, Integer::sum);
    }

    /// Who has to go because of it: nobody, the newcomer, or one of a class that is refused earlier.
    private Optional<Waiter> queue(Waiter waiter) {
        var own = waiting.computeIfAbsent(waiter.organisation(), _ -> new ArrayDeque<>());
        if (own.size() >= Math.max(1, properties.queue() / QUEUE_PART)) {
            return Optional.of(waiter);
        }
        Optional<Waiter> refused = Optional.empty();
        if (queued >= properties.queue()) {
            refused = waiting.values().stream()
                    .flatMap(Deque::stream)
                    .min(Comparator.comparingInt(Waiter::rank))
                    .filter(cheapest -> cheapest.rank() < waiter.rank());
            if (refused.isEmpty()) {
                return Optional.of(waiter);
            }
            remove(refused.get());
        }
        own = waiting.computeIfAbsent(waiter.organisation(), _ -> new ArrayDeque<>());
        own.addLast(waiter);
        queued++;
        return refused;
    }

    private Optional<Waiter> next() {
        Optional<Waiter> next = waiting.values().stream()
                .map(Deque::peekLast)
                .filter(waiter -> waiter != null && all < seats(waiter.rank()))
                .min(Comparator.comparingInt(waiter -> taken.getOrDefault(waiter.organisation(), 0)));
        next.ifPresent(this::remove);
        return next;
    }

    private void expire(Waiter waiter) {
        synchronized (this) {
            if (!remove(waiter)) {
                return;
            }
        }
        waiter.seated().complete(false);
    }

    private boolean remove(Waiter waiter) {
        var own = waiting.get(waiter.organisation());
        if (own == null || !own.remove(waiter)) {
            return false;
        }
        if (own.isEmpty()) {
            waiting.remove(waiter.organisation());
        }
        queued--;
        return true;
    }

    private int rank(String operations) {
        var at = properties.first().indexOf(operations);
        return at < 0 ? properties.first().size() : at;
    }

    /// How many may be taken for one of this rank to get another.
    private int seats(int rank) {
        var steps = properties.first().size();
        var share = rank >= steps ? 1 : FIRST_REFUSED + (1 - FIRST_REFUSED) * rank / steps;
        return Math.max(1, (int) Math.round(room.getAsInt() * share));
    }
}
