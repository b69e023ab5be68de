package dev.universalapi.engine.cache;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a caller wants of kept answers (the header `Cache-Control` of a request).
///
/// @param noCache not to be answered by one, whatever its age; the new answer is kept
/// @param noStore neither answered by one nor kept
/// @param maxAge the oldest that will do; null if any will
public record Freshness(
        boolean noCache, boolean noStore, @Nullable Duration maxAge) {
    /// No wishes.
    public static final Freshness ANY = new Freshness(false, false, null);

    private static final String MAX_AGE = "max-age=";
    private static final int MOST_DIGITS = 9;

    /// Reads the header. What it has beyond the three, or in a wrong form, is no wish.
    public static Freshness parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return ANY;
        }
        var wishes = ANY;
        for (var directive : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            wishes = wishes.with(directive.strip());
        }
        return wishes;
    }

    /// The same, but not to be answered by what is kept.
    public Freshness live() {
        return new Freshness(true, noStore, maxAge);
    }

    boolean takes(Duration age) {
        return maxAge == null || age.compareTo(maxAge) <= 0;
    }

    private Freshness with(String directive) {
        return switch (directive) {
            case "no-cache" -> new Freshness(true, noStore, maxAge);
            case "no-store" -> new Freshness(noCache, true, maxAge);
            case String other when other.startsWith(MAX_AGE) -> withMaxAge(other.substring(MAX_AGE.length()));
            case String _ -> this;
        };
    }

    private Freshness withMaxAge(String seconds) {
        var digits = !seconds.isEmpty() && seconds.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        if (!digits) {
            return this;
        }
        var bounded = seconds.length() > MOST_DIGITS ? "9".repeat(MOST_DIGITS) : seconds;
        return new Freshness(noCache, noStore, Duration.ofSeconds(Long.parseLong(bounded)));
    }
}
