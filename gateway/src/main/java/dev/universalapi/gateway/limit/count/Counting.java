package dev.universalapi.gateway.limit.count;

import dev.universalapi.gateway.limit.credit.Credits;
import dev.universalapi.gateway.limit.credit.Ending;
import dev.universalapi.gateway.limit.credit.Unit;
import dev.universalapi.gateway.limit.redis.RedisLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Decides over all gateways whether a call comes in: by all of its rates and quotas together, in one round trip to
/// Redis; and where that call is one of many, for the next ones too. While Redis is away this gateway decides by its
/// share.
public final class Counting {
    private static final int IN = 1;
    private static final int BY_RATE = 0;
    private static final int BY_QUOTA = -1;
    private static final int BEFORE = 2;
    private static final int WHOLE = 1;
    private static final int HEAD = 5;
    /// How long a call waits until its quotas are counted again.
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /// Calls that are under way may end without counting.
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Scripts scripts;
    private final Refusals refusals;
    private final Share share;
    private final Settling settling;
    private final Recounts recounts;
    private final Credits<Ask.Limits, List<Standing>> credits;

    Counting(
            Scripts scripts,
            Refusals refusals,
            Share share,
            Settling settling,
            Recounts recounts,
            Credits<Ask.Limits, List<Standing>> credits) {
        this.scripts = scripts;
        this.refusals = refusals;
        this.share = share;
        this.settling = settling;
        this.recounts = recounts;
        this.credits = credits;
    }

    /// Lets it in, and counts it, or refuses it. Never fails.
    public CompletableFuture<Verdict> ask(Ask ask) {
        if (scripts.state() != RedisLink.State.CONNECTED) {
            return CompletableFuture.completedFuture(share.ask(ask, false));
        }
        return known(ask)
                .or(() -> credits.take(ask.limits()).map(unit -> spent(ask, unit)))
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> counted(ask).thenCompose(verdict -> patiently(ask, verdict)));
    }

    private Verdict spent(Ask ask, Unit<List<Standing>> unit) {
        if (unit.low()) {
            var wanted = credits.wanted(ask.limits());
            if (wanted > 1) { // the one unit that is for this call is given back: it has one
                counted(ask, wanted).thenAccept(verdict -> {
                    if (verdict instanceof Verdict.Admitted more) {
                        more.hold().end(false);
                    }
                });
            }
        }
        return admitted(unit);
    }

    private CompletableFuture<Verdict> counted(Ask ask) {
        return counted(ask, credits.wanted(ask.limits()));
    }

    private CompletableFuture<Verdict> counted(Ask ask, int wanted) {
        return scripts.admit(ask, wanted).handle((answer, failure) -> {
            if (failure == null && answer[0] == IN && answer[3] > 1) {
                return ahead(ask, answer);
            }
            if (wanted > 1) {
                credits.none(ask.limits());
            }
            return failure == null ? heard(ask, answer) : unheard(ask, failure, false);
        });
    }

    /// Its limits are whole then, or nothing would have been counted ahead. No unit outlives the window that it was
    /// counted in.
    private Verdict ahead(Ask ask, long[] answer) {
        var units = (int) answer[3];
        var standings = standings(ask, answer, units);
        remember(ask, standings);
        var longest = standings.stream()
                .map(Standing::reset)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return admitted(credits.open(ask.limits(), units, longest, standings, ending(ask)));
    }

    private Ending ending(Ask ask) {
        if (ask.quotas().isEmpty()) {
            return (_, _) -> {}; // rates hold nothing
        }
        var held = Settling.Held.of(ask);
        return (ended, used) -> settling.end(held, ended, used);
    }

    private static Verdict admitted(Unit<List<Standing>> unit) {
        return new Verdict.Admitted(
                unit.known().stream()
                        .map(standing -> standing.later(unit.age(), unit.left()))
                        .toList(),
                new Hold(unit.end()::end));
    }

    private void remember(Ask ask, List<Standing> standings) {
        var rates = ask.rates().size();
        for (var i = 0; i < ask.quotas().size(); i++) {
            share.heard(ask, ask.quotas().get(i), standings.get(rates + i).left());
        }
    }

    /// Who is refused only because nobody knows yet what was used, as at the first calls of an organisation, waits for
    /// a
    /// moment until it is known.
    private CompletableFuture<Verdict> patiently(Ask ask, Verdict verdict) {
        if (!(verdict instanceof Verdict.UsedUp refused && refused.recounting())) {
            return CompletableFuture.completedFuture(verdict);
        }
        return recounts.want(ask)
                .copy()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .handle((_, failure) -> failure == null)
                .thenCompose(known -> known ? counted(ask) : CompletableFuture.completedFuture(verdict));
    }

    /// What is known without asking anybody: that a rate, which had no room, has none yet.
    public Optional<Verdict> known(Ask ask) {
        return scripts.state() == RedisLink.State.CONNECTED ? refusals.find(ask) : Optional.empty();
    }

    /// Tells how the limits stand, and counts nothing.
    public CompletableFuture<Verdict> look(Ask ask) {
        if (scripts.state() != RedisLink.State.CONNECTED) {
            return CompletableFuture.completedFuture(share.ask(ask, true));
        }
        return scripts.look(ask)
                .handle((answer, failure) -> failure == null ? seen(ask, answer) : unheard(ask, failure, true));
    }

    private Verdict seen(Ask ask, long[] answer) {
        if (answer[2] != WHOLE) {
            recounts.want(ask);
        }
        return new Verdict.Admitted(standings(ask, answer, 0), Hold.none());
    }

    /// Whether limits are counted over all gateways now.
    public boolean isWhole() {
        return scripts.state() == RedisLink.State.CONNECTED;
    }

    private Verdict unheard(Ask ask, Throwable failure, boolean look) {
        return RedisLink.isAway(failure) ? share.ask(ask, look) : new Verdict.Unknown();
    }

    private Verdict heard(Ask ask, long[] answer) {
        var whole = answer[2] == WHOLE;
        if (!whole) {
            recounts.want(ask);
        }
        var standings = standings(ask, answer, answer[0] == IN ? 1 : 0);
        return switch ((int) answer[0]) {
            case IN -> in(ask, standings, whole);
            case BY_RATE -> tooFast(ask, standings, (int) answer[3] - 1);
            case BY_QUOTA -> usedUp(ask, standings, (int) answer[3] - 1, answer, whole);
            case BEFORE -> new Verdict.Admitted(List.of(), Hold.none());
            default -> throw new IllegalStateException("the script answers nothing else");
        };
    }

    private Verdict in(Ask ask, List<Standing> standings, boolean whole) {
        if (whole) {
            remember(ask, standings);
        }
        if (ask.quotas().isEmpty()) {
            return new Verdict.Admitted(standings, Hold.none());
        }
        var held = Settling.Held.of(ask);
        return new Verdict.Admitted(standings, new Hold(used -> settling.end(held, 1, used ? 1 : 0)));
    }

    private Verdict tooFast(Ask ask, List<Standing> standings, int which) {
        var standing = standings.get(which);
        refusals.note(ask, ask.rates().get(which), standing);
        return new Verdict.TooFast(standings, standing, standing.reset());
    }

    private Verdict usedUp(Ask ask, List<Standing> standings, int which, long[] answer, boolean whole) {
        var at = HEAD + 2 * (ask.rates().size() + which);
        var standing = standings.get(ask.rates().size() + which);
        var quota = ask.quotas().get(which);
        if (whole) {
            share.heard(ask, quota, 0);
        }
        var frees = answer[at] < quota.limit() || !whole;
        return new Verdict.UsedUp(standings, standing, frees ? SOON : standing.reset(), !whole);
    }

    /// @param counted how many calls were counted in quotas since they were read
    private static List<Standing> standings(Ask ask, long[] answer, int counted) {
        var standings = new ArrayList<Standing>();
        var at = HEAD;
        for (var rate : ask.rates()) {
            standings.add(new Standing(
                    rate.name(),
                    rate.limit(),
                    Duration.ofMillis(rate.window()),
                    answer[at],
                    Duration.ofMillis(answer[at + 1])));
            at += 2;
        }
        for (var quota : ask.quotas()) {
            if (at + 1 < answer.length) {
                standings.add(new Standing(
                        quota.name(),
                        quota.limit(),
                        quota.period().length(ask.at()),
                        Math.max(0, quota.limit() - answer[at] - answer[at + 1] - counted),
                        Duration.between(ask.at(), quota.end())));
            }
            at += 2;
        }
        return standings;
    }
}
