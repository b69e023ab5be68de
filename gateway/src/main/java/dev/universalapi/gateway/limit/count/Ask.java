package dev.universalapi.gateway.limit.count;

import dev.universalapi.gateway.limit.plan.Period;
import dev.universalapi.gateway.limit.quota.Counter;
import dev.universalapi.gateway.limit.rate.Line;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One call that wants to come in.
///
/// @param organisation whose limits they are
/// @param id of the call; the same twice is counted once
/// @param rates all of them must have room
/// @param quotas all of them must have room; none has a field twice
/// @param lease how long the call may hold its part of the quotas
/// @param at the moment that the periods of the quotas were taken of
/// @param counts where what is used and held is counted; one key, so that it is lost as a whole or not at all
public record Ask(
        String organisation,
        String id,
        List<Line> rates,
        List<Counter> quotas,
        Duration lease,
        Instant at,
        String counts) {
    /// How long counts outlive their month, for calls that end late.
    private static final Duration LINGER = Duration.ofDays(2);

    public Ask {
        rates = List.copyOf(rates);
        quotas = List.copyOf(quotas);
    }

    public Ask(String organisation, String id, List<Line> rates, List<Counter> quotas, Duration lease, Instant at) {
        this(organisation, id, rates, quotas, lease, at, prefix(organisation) + Period.MONTH.at(at));
    }

    /// What limits it. Of two calls for which that is the same, it does not matter which comes in.
    record Limits(String counts, List<Line> rates, List<Counter> quotas) {}

    Limits limits() {
        return new Limits(counts, rates, quotas);
    }

    String leases() {
        return counts + ":leases";
    }

    List<String> keys() {
        var keys = new ArrayList<String>();
        keys.add(counts);
        keys.add(leases());
        var prefix = prefix(organisation);
        rates.forEach(rate -> keys.add(prefix + rate.cell()));
        return keys;
    }

    /// What holds its part of the quotas.
    String member() {
        var member = new StringBuilder(id);
        quotas.forEach(quota -> member.append('|').append(quota.field()));
        return member.toString();
    }

    long forgotten() {
        return Period.MONTH.end(at).plus(LINGER).toEpochMilli();
    }

    /// All of an organisation is in one slot of a cluster, since they have the part in braces in common.
    private static String prefix(String organisation) {
        return "limits:{" + URLEncoder.encode(organisation, StandardCharsets.UTF_8) + "}:";
    }
}
