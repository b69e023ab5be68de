package dev.universalapi.auth.limit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.universalapi.auth.request.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may be used at most; all of them hold at once, and beside those of the plan.
///
/// @param rates at most ten
/// @param quotas at most fifty
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Limits(List<Rate> rates, List<Quota> quotas) {
    /// None but the plan's.
    public static final Limits NONE = new Limits(List.of(), List.of());

    private static final int MOST_RATES = 10;
    private static final int MOST_QUOTAS = 50;

    public Limits(@Nullable List<Rate> rates, @Nullable List<Quota> quotas) {
        this.rates = rates == null ? List.of() : List.copyOf(rates);
        this.quotas = quotas == null ? List.of() : List.copyOf(quotas);
        Checks.demand(this.rates.size() <= MOST_RATES, "limits", "limits.rates must be at most " + MOST_RATES);
        Checks.demand(this.quotas.size() <= MOST_QUOTAS, "limits", "limits.quotas must be at most " + MOST_QUOTAS);
    }

    @JsonIgnore
    public boolean isNone() {
        return rates.isEmpty() && quotas.isEmpty();
    }
}
