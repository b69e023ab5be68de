package dev.universalapi.gateway.limit.plan;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an organisation may do, all its keys together.
///
/// @param rates all of them hold
/// @param concurrent how many calls may be under way at once
/// @param streams how many streams may be open at once
/// @param quotas all of them hold
public record Plan(
        @DefaultValue List<Rate> rates,
        @DefaultValue("100") int concurrent,
        @DefaultValue("10") int streams,
        @DefaultValue List<Quota> quotas) {

    public Plan {
        rates = List.copyOf(rates);
        quotas = List.copyOf(quotas);
        if (concurrent < 1 || streams < 1) {
            throw new IllegalArgumentException("concurrent and streams of a plan are at least 1");
        }
        if (rates.isEmpty()) {
            throw new IllegalArgumentException("a plan without a rate would be unlimited: give it one");
        }
    }
}
