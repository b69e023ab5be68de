package dev.universalapi.gateway.limit.plan;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// So many calls a day or a month.
///
/// @param amount none at 0
/// @param category the one that it holds for; null for all of them together
/// @param hard whether calls are refused when it is used up; else it only warns
public record Quota(
        long amount,
        Period per,
        @Nullable String category,
        @DefaultValue("true") boolean hard) {
    private static final long MOST = 1_000_000_000_000L;
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{1,40}");

    public Quota {
        if (amount < 0 || amount > MOST) {
            throw new IllegalArgumentException("amount of a quota is from 0 to %d, was %d".formatted(MOST, amount));
        }
        if (category != null && !WORD.matcher(category).matches()) {
            throw new IllegalArgumentException("category of a quota is a word, was " + category);
        }
    }

    /// Whether it holds for a category.
    public boolean covers(String other) {
        return category == null || category.equals(other);
    }
}
