package dev.universalapi.search.search;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.choice.RouteHeader;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.platform.problem.Problem.Mistake;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.search.search.answer.SearchAnswer;
import dev.universalapi.search.search.plan.Plan;
import dev.universalapi.search.search.plan.Planner;
import dev.universalapi.search.search.plan.Wish;
import dev.universalapi.search.search.round.Arrival;
import dev.universalapi.search.search.round.Round;
import dev.universalapi.search.search.round.Rounds;
import dev.universalapi.search.search.round.Seeker;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Searches: understands, plans, asks, waits as long as it pays, and merges.
final class Searches {
    private final Means means;
    private final Planner planner;
    private final Rounds rounds;
    private final Merger merger;
    private final KeptSearches kept;
    private final Chronicle chronicle;
    private final InstantSource clock;

    Searches(
            Means means,
            Planner planner,
            Rounds rounds,
            Merger merger,
            KeptSearches kept,
            Chronicle chronicle,
            InstantSource clock) {
        this.means = means;
        this.planner = planner;
        this.rounds = rounds;
        this.merger = merger;
        this.kept = kept;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /// Whom to ask for a query.
    Plan plan(Wish wish) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var understood = means.understanding().understand(wish.query(), wish.languages(), today);
        return planner.plan(understood, wish, today);
    }

    /// Asks them.
    Round begin(Plan plan, Wish wish, Seeker seeker) {
        return rounds.begin(plan, wish, seeker);
    }

    /// Everything in one answer. Whoever is interrupted leaves, and nobody is asked on.
    ///
    /// @throws ProblemException if sources were asked and none told anything
    SearchAnswer answer(Wish wish, Seeker seeker) {
        long start = System.nanoTime();
        var plan = plan(wish);
        var known = kept.find(plan.understanding().query(), wish, seeker);
        if (known.isPresent()) {
            var answer = known.get().again(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            chronicle.tell(plan, answer, seeker);
            return answer;
        }
        var round = begin(plan, wish, seeker);
        try {
            round.await();
        } catch (InterruptedException _) {
            round.leave();
            Thread.currentThread().interrupt();
        }
        failure(round).ifPresent(problem -> {
            throw problem;
        });
        var answer = merger.answer(round, wish, seeker.mode());
        kept.keep(answer, round, wish, seeker);
        chronicle.tell(plan, answer, seeker);
        return answer;
    }

    /// Why there is nothing to tell; empty where there is something, if only that nothing is known.
    static Optional<ProblemException> failure(Round round) {
        var arrived = round.arrived();
        var awaited = round.open().size();
        var away = arrived.stream().filter(Arrival::missing).count();
        if (awaited + away == 0 || arrived.stream().anyMatch(Arrival::told)) {
            return Optional.empty();
        }
        var stranger = arrived.stream().flatMap(Searches::stranger).findFirst();
        if (stranger.isPresent()) {
            return stranger;
        }
        var type = awaited > 0 ? ProblemType.PROVIDERS_TIMED_OUT : ProblemType.PROVIDERS_FAILED;
        var detail = awaited > 0
                ? "None of the %d sources answered in time, and %d are away.".formatted(awaited + away, away)
                : "All %d sources are away.".formatted(away);
        return Optional.of(new ProblemException(type, detail, List.of(), attempts(arrived), null));
    }

    private static Stream<ProblemException> stranger(Arrival arrival) {
        return arrival.outcome() instanceof Arrival.Away(var type, var why, var _) && type == ProblemType.INVALID_ROUTE
                ? Stream.of(new ProblemException(type, why, List.of(new Mistake(RouteHeader.NAME, "header", why))))
                : Stream.empty();
    }

    private static List<Attempt> attempts(List<Arrival> arrived) {
        return arrived.stream()
                .flatMap(arrival -> arrival.outcome() instanceof Arrival.Away(var _, var _, var attempts)
                        ? attempts.stream()
                        : Stream.empty())
                .toList();
    }
}
