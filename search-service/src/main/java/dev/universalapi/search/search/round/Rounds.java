package dev.universalapi.search.search.round;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Providers;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.search.search.plan.Experience;
import dev.universalapi.search.search.plan.Inquiry;
import dev.universalapi.search.search.plan.Plan;
import dev.universalapi.search.search.plan.Wish;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Begins rounds.
public final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int LONGEST_ID = 60;

    private final Function<Caller, Providers> providers;
    private final InstantSource clock;
    private final Limits limits;
    private final Asker asker;
    private final Experience experience;

    /// How far rounds go.
    ///
    /// @param longest how long a source is asked, whoever waits for it
    /// @param deadline how long a caller waits who does not say
    /// @param grace how long after the faster half has told something such a caller is answered
    /// @param price the most that one call may cost, in US dollars
    public record Limits(Duration longest, Duration deadline, Duration grace, BigDecimal price) {}

    /// @param providers who is asked for a caller
    /// @param experience what comes of each source is added to
    public Rounds(
            Function<Caller, Providers> providers,
            JsonMapper json,
            InstantSource clock,
            Limits limits,
            Experience experience) {
        this.providers = providers;
        this.clock = clock;
        this.limits = limits;
        this.experience = experience;
        this.asker = new Asker(json, clock, limits.longest(), limits.price());
    }

    /// Asks everybody in a plan.
    public Round begin(Plan plan, Wish wish, Seeker seeker) {
        var asked = providers.apply(seeker.caller());
        return new Round(plan, manner(wish, seeker), this::fastest, (inquiry, number, start) -> {
            var receipt = receipt(seeker.requestId(), number);
            var outcome = outcome(inquiry, asked, seeker, receipt, wish.safe());
            var took = Duration.ofNanos(System.nanoTime() - start);
            learn(inquiry, outcome, took, seeker.caller());
            return new Arrival(inquiry, receipt, took.toMillis(), outcome);
        });
    }

    private Duration fastest(Inquiry inquiry) {
        return experience.fastest(inquiry.operation());
    }

    // who only tries things in the sandbox teaches nothing, nor does what was known already
    private void learn(Inquiry inquiry, Arrival.Outcome outcome, Duration took, Caller caller) {
        if (caller.environment() == Caller.Environment.LIVE) {
            switch (outcome) {
                case Arrival.Answered(var found, var meta, var _)
                when !meta.cached() -> experience.told(inquiry.operation(), took, !found.isEmpty());
                case Arrival.Nothing _ -> experience.told(inquiry.operation(), took, false);
                case Arrival.Away _ -> experience.failed(inquiry.operation(), took);
                case Arrival.Answered _, Arrival.Helpless _ -> {}
            }
        }
    }

    private Patience.Manner manner(Wish wish, Seeker seeker) {
        var left = Duration.between(clock.instant(), seeker.deadline());
        var wanted = wish.deadline().orElse(limits.deadline());
        var grace = wish.deadline().isPresent() ? null : limits.grace();
        return new Patience.Manner(left.compareTo(wanted) < 0 ? left : wanted, grace);
    }

    // a source that breaks for a reason nobody foresaw is one that is away: the others answer on
    private Arrival.Outcome outcome(Inquiry inquiry, Providers asked, Seeker seeker, String receipt, boolean safe) {
        try {
            return asker.ask(inquiry, asked, seeker, receipt, safe);
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("operation", inquiry.operation())
                    .addKeyValue("receipt", receipt)
                    .setCause(e)
                    .log("A source of a search broke");
            return new Arrival.Away(ProblemType.INTERNAL_ERROR, "Something went wrong on our side.", List.of());
        }
    }

    // each has a receipt of its own, beside that of the others
    private static String receipt(String requestId, int number) {
        var stem = requestId.length() > LONGEST_ID ? requestId.substring(0, LONGEST_ID) : requestId;
        return stem + "-" + number;
    }
}
