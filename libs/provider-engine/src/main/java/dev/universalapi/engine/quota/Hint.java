package dev.universalapi.engine.quota;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What one answer says of one quota.
///
/// @param remaining -1 if it does not say
/// @param reset when it begins anew; null if it does not say
record Hint(String unit, long remaining, @Nullable Instant reset) {
    static final String REQUESTS = "requests";

    // answers travel, and clocks differ
    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final Pattern REMAINING = Pattern.compile("(\\d{1,15})(?:\\.\\d{1,9})?");

    /// All that the headers of a response say: those named in the manifest, and `RateLimit` which needs no word.
    static List<Hint> of(Provider provider, EgressResponse response, Instant now) {
        var hints = new ArrayList<Hint>();
        for (var header : provider.quotaHeaders()) {
            var remaining = header.remaining().flatMap(response::header);
            var reset = header.reset().flatMap(named -> reset(named, response, now));
            say(hints, header.unit(), remaining, reset);
        }
        RateLimit.read(response, now).forEach(hints::add);
        return List.copyOf(hints);
    }

    /// Nothing is added where nothing can be read.
    static void say(List<Hint> hints, String unit, Optional<String> remaining, Optional<Instant> reset) {
        var left = remaining.flatMap(Hint::remaining);
        if (left.isPresent() || reset.isPresent()) {
            hints.add(new Hint(unit, left.orElse(-1L), reset.orElse(null)));
        }
    }

    /// The declared quota that it speaks of. A header that does not say which of several is believed to mean the
    /// smallest that it can mean, for a month must not be taken for spent because a minute is.
    Optional<Quota> quota(List<Quota> quotas, Instant now) {
        return quotas.stream()
                .filter(quota ->
                        remaining >= 0 && quota.unit().equals(unit) && quota.limit() >= remaining && lasts(quota, now))
                .min(Comparator.comparing(Quota::period).thenComparingLong(Quota::limit));
    }

    /// Whether it says that nothing is left of the requests.
    boolean spent() {
        return remaining == 0 && unit.equals(REQUESTS);
    }

    private boolean lasts(Quota quota, Instant now) {
        if (reset == null) {
            return true;
        }
        var length = Window.of(quota, now).length();
        return Duration.between(now, reset).compareTo(length.plus(SLACK)) <= 0;
    }

    private static Optional<Instant> reset(String named, EgressResponse response, Instant now) {
        var parts = named.split(" \\| ", 2);
        return response.header(parts[0]).flatMap(value -> Moments.reset(value, parts.length == 2 ? parts[1] : "", now));
    }

    private static Optional<Long> remaining(String value) {
        var matcher = REMAINING.matcher(value.strip());
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }
}
