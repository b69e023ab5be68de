package dev.universalapi.auth.limit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.universalapi.auth.request.Checks;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How much in a day or a month, which begin at midnight UTC.
///
/// @param amount of units that count, from 0
/// @param per `day` or `month`
/// @param category of which alone; null for all
/// @param hard whether more is refused, as where nobody says; otherwise it is only told
@JsonInclude(JsonInclude.Include.NON_NULL)
record Quota(
        long amount,
        @Nullable String per,
        @Nullable String category,
        @Nullable Boolean hard) {
    private static final Set<String> PERIODS = Set.of("day", "month");
    private static final Pattern CATEGORY = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    Quota {
        hard = hard == null || hard;
        Checks.demand(amount >= 0, "limits", "limits.quotas.amount must be 0 or more");
        Checks.demand(per != null && PERIODS.contains(per), "limits", "limits.quotas.per must be day or month");
        Checks.demand(
                category == null || CATEGORY.matcher(category).matches(),
                "limits",
                "limits.quotas.category must be a category, like weather");
    }
}
