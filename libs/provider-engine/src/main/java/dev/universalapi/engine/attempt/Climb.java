package dev.universalapi.engine.attempt;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.outcome.Outcome.Next;
import dev.universalapi.engine.outcome.Outcome.Penalty;
import dev.universalapi.engine.receipt.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One ascent. Belongs to the thread that asks; what it starts has ended, or been told to, when it returns.
final class Climb {
    private static final int PART_FOR_A_PERMIT = 2;
    private static final Duration GRACE = Duration.ofMillis(20);
    private static final Set<Outcome> WORTH_A_RETRY = EnumSet.of(Outcome.UNAVAILABLE, Outcome.UNREACHABLE);

    private final Ladder ladder;
    private final Effort effort;
    private final Instant hurry;
    private final Instant deadline;
    private final Deque<Turn> pending;
    private final Consumer<Tried> told;
    private final List<Tried> tried = new ArrayList<>();
    private final List<Running> running = new ArrayList<>(2);
    private int calls;
    private boolean over;

    Climb(Ladder ladder, Effort effort, Instant hurry, Instant deadline, List<Turn> turns, Consumer<Tried> told) {
        this.ladder = ladder;
        this.effort = effort;
        this.hurry = hurry.isBefore(deadline) ? hurry : deadline;
        this.deadline = deadline;
        this.pending = new ArrayDeque<>(turns);
        this.told = told;
    }

    /// A call that is under way.
    private record Running(Turn turn, Instant started, Thread thread, CompletableFuture<Tried> result) {}

    /// @param after how long its provider is slower than usual
    private record Hedge(Turn turn, Duration after) {}

    List<Tried> climb() {
        try {
            while (!over
                    && !pending.isEmpty()
                    && calls < effort.calls()
                    && remaining().isPositive()) {
                var turn = pending.removeFirst();
                var hedge = hedge(turn);
                if (hedge.isPresent()) {
                    race(turn, hedge.get());
                } else {
                    settle(turn, ladder.gate().ask(turn, time(turn), wait(turn)));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            over = true;
            cancel(List.copyOf(running), "the caller left");
        }
        return List.copyOf(tried);
    }

    private void settle(Turn turn, Tried one) throws InterruptedException {
        var attempt = one.attempt();
        var outcome = attempt.outcome();
        tell(one);
        calls += attempt.called() ? 1 : 0;
        over = ends(turn, one);
        if (over || outcome.penalty() == Penalty.CREDENTIAL && !standsAlone(turn, outcome)) {
            return;
        }
        pending.removeIf(turn::sameProvider);
        if (worthARetry(turn, attempt)) {
            var backOff = ladder.backOff(effort);
            if (backOff.compareTo(remaining()) < 0 && ladder.retries().take()) {
                ladder.pause().await(new CompletableFuture<>(), backOff);
                pending.addFirst(turn.as(Attempt.RETRY));
            }
        }
    }

    // whose owner wants it so, the provider is not asked with another
    private static boolean standsAlone(Turn turn, Outcome outcome) {
        return outcome == Outcome.DEAD_KEY && turn.rung().credential().alone();
    }

    private void tell(Tried one) {
        tried.add(one);
        told.accept(one);
    }

    // what changes something is never asked again once anything may have left
    private static boolean ends(Turn turn, Tried one) {
        var attempt = one.attempt();
        return attempt.outcome().next() == Next.END || turn.rung().once() && attempt.called() && one.sent();
    }

    private boolean worthARetry(Turn turn, Attempt attempt) {
        return attempt.called()
                && turn.as() == null
                && WORTH_A_RETRY.contains(attempt.outcome())
                && attempt.retryAfter() == null
                && running.isEmpty()
                && !another(turn)
                && calls < effort.calls();
    }

    // half of what remains to who asks, the last all that there is
    private Duration time(Turn turn) {
        var remaining = remaining();
        var hurried = Duration.between(ladder.now(), hurry);
        var half = (hurried.isPositive() ? hurried : remaining).dividedBy(2);
        return half.isPositive() && calls + running.size() + 1 < effort.calls() && another(turn) ? half : remaining;
    }

    private Duration wait(Turn turn) {
        return another(turn) ? Duration.ZERO : time(turn).dividedBy(PART_FOR_A_PERMIT);
    }

    private boolean another(Turn turn) {
        return pending.stream()
                .anyMatch(next -> !next.sameProvider(turn) && ladder.gate().welcomes(next));
    }

    private Optional<Hedge> hedge(Turn turn) {
        if (!mayHedge(turn) || calls + 2 > effort.calls()) {
            return Optional.empty();
        }
        return ladder.slow(turn, effort)
                .filter(after -> after.compareTo(time(turn)) < 0)
                .flatMap(after -> pending.stream()
                        .filter(next -> !next.sameProvider(turn) && mayHedge(next))
                        .filter(ladder.gate()::welcomes)
                        .findFirst()
                        .map(next -> new Hedge(next, after)));
    }

    private static boolean mayHedge(Turn turn) {
        return turn.rung().calls() && !turn.rung().once();
    }

    private void race(Turn turn, Hedge hedge) throws InterruptedException {
        var first = start(turn);
        if (!ladder.pause().await(first.result, hedge.after) && ladder.hedges().take()) {
            pending.remove(hedge.turn);
            start(hedge.turn.as(Attempt.HEDGE));
        }
        while (!running.isEmpty()) {
            var done = next();
            running.remove(done);
            var one = done.result.join();
            var losers = ends(done.turn, one) ? List.copyOf(running) : List.<Running>of();
            cancel(losers, "another was faster");
            settle(done.turn, one);
            for (var loser : losers) {
                ladder.pause().await(loser.result, GRACE);
            }
        }
    }

    private Running start(Turn turn) {
        var time = time(turn);
        var result = new CompletableFuture<Tried>();
        var thread = ladder.pause().start(() -> {
            try {
                result.complete(ladder.gate().ask(turn, time, Duration.ZERO));
            } finally {
                result.complete(turn.failed(Outcome.MALFORMED, 0, "the attempt broke down"));
            }
        });
        var started = new Running(turn, ladder.now(), thread, result);
        running.add(started);
        return started;
    }

    // every call ends by itself in its time; one that does not is not waited for
    private Running next() throws InterruptedException {
        var any = CompletableFuture.anyOf(running.stream().map(Running::result).toArray(CompletableFuture[]::new));
        ladder.pause().await(any, remaining().plus(GRACE));
        var done = running.stream().filter(one -> one.result.isDone()).findFirst();
        if (done.isPresent()) {
            return done.get();
        }
        var late = running.getFirst();
        late.thread.interrupt();
        late.result.complete(late.turn.failed(Outcome.TIMEOUT, since(late), "no answer in its time"));
        return late;
    }

    private void cancel(List<Running> ones, String why) {
        for (var one : ones) {
            tell(one.turn.failed(Outcome.CANCELLED, since(one), why));
            one.thread.interrupt();
        }
        running.removeAll(ones);
    }

    private long since(Running one) {
        return Duration.between(one.started, ladder.now()).toMillis();
    }

    private Duration remaining() {
        return Duration.between(ladder.now(), deadline);
    }
}
