package dev.universalapi.gateway.admission;

import dev.universalapi.gateway.limit.Lease;
import dev.universalapi.gateway.limit.count.Ask;
import dev.universalapi.gateway.limit.plan.Limits;
import dev.universalapi.gateway.limit.plan.Own;
import dev.universalapi.gateway.limit.plan.Plan;
import dev.universalapi.gateway.limit.plan.Plans;
import dev.universalapi.gateway.limit.plan.Quota;
import dev.universalapi.gateway.limit.plan.Rate;
import dev.universalapi.gateway.limit.quota.Counter;
import dev.universalapi.gateway.limit.rate.Line;
import dev.universalapi.platform.security.Caller;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;

/// Which limits a call is asked by: those of the plan, of its organisation, of its project and of its key. Where two
/// count the same, the narrower holds.
final class Asks {
    private final InstantSource clock;
    private final Lease lease;

    /// @param clock that all gateways have in common
    Asks(InstantSource clock, Lease lease) {
        this.clock = clock;
        this.lease = lease;
    }

    /// Those that hold for what a call does. A test key uses up no quota, and administration none either.
    Ask of(Caller caller, Limits limits, Plan plan, Errand errand) {
        var counts = caller.environment() == Caller.Environment.LIVE
                && !errand.operations().equals(Plans.ADMINISTRATION);
        return ask(
                caller,
                limits,
                plan,
                errand.id(),
                rate -> rate.covers(errand.operations()),
                quota -> counts && quota.covers(errand.category()));
    }

    /// All of them.
    Ask all(Caller caller, Limits limits, Plan plan, String id) {
        return ask(caller, limits, plan, id, _ -> true, _ -> true);
    }

    private Ask ask(
            Caller caller, Limits limits, Plan plan, String id, Predicate<Rate> rates, Predicate<Quota> quotas) {
        var now = clock.instant();
        var lines = new LinkedHashMap<String, Line>();
        var counters = new LinkedHashMap<String, Counter>();
        for (var source : sources(caller, limits, plan)) {
            source.own().rates().stream()
                    .filter(rates)
                    .map(rate -> Line.of(source.whose(), source.who(), rate))
                    .forEach(line -> lines.merge(line.cell(), line, Asks::narrower));
            source.own().quotas().stream()
                    .filter(quotas)
                    .map(quota -> Counter.of(source.whose(), source.who(), quota, now))
                    .forEach(counter -> counters.merge(counter.field(), counter, Asks::narrower));
        }
        return new Ask(
                caller.organisation(),
                id,
                List.copyOf(lines.values()),
                List.copyOf(counters.values()),
                lease.length(),
                now);
    }

    /// Whose limits they are.
    ///
    /// @param whose how their names begin
    /// @param who what they are counted under
    private record Source(String whose, String who, Own own) {}

    private static List<Source> sources(Caller caller, Limits limits, Plan plan) {
        var sources = new ArrayList<Source>();
        sources.add(new Source("", "o", new Own(plan.rates(), plan.quotas())));
        sources.add(new Source("organisation-", "o", limits.organisation()));
        sources.add(new Source("project-", "p:" + limits.project(), limits.ofProject()));
        sources.add(new Source("key-", "k:" + caller.keyId(), limits.key()));
        return sources;
    }

    private static Line narrower(Line one, Line other) {
        return one.limit() <= other.limit() ? one : other;
    }

    private static Counter narrower(Counter one, Counter other) {
        if (one.hard() != other.hard()) {
            return one.hard() ? one : other;
        }
        return one.limit() <= other.limit() ? one : other;
    }
}
