package dev.universalapi.gateway.limit.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Limits that somebody has beside those of the plan; all of them hold, so they can only be narrower.
public record Own(@Nullable List<Rate> rates, @Nullable List<Quota> quotas) {
    public static final Own NONE = new Own(List.of(), List.of());

    public Own {
        rates = rates == null ? List.of() : List.copyOf(rates);
        quotas = quotas == null ? List.of() : List.copyOf(quotas);
    }

    @Override
    public List<Rate> rates() {
        return rates == null ? List.of() : rates;
    }

    @Override
    public List<Quota> quotas() {
        return quotas == null ? List.of() : quotas;
    }
}
