package dev.universalapi.gateway.limit.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Name;

/// So many calls in so much time.
///
/// @param requests at least 1
/// @param per from a second to a day
/// @param type the class of operations that it holds for (`class` in settings and JSON); null for all of them together
public record Rate(
        long requests,
        Duration per,
        @Name("class") @JsonProperty("class") @Nullable String type) {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final long MOST = 1_000_000_000;
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{1,40}");

    public Rate {
        if (requests < 1 || requests > MOST) {
            throw new IllegalArgumentException("requests of a rate is from 1 to %d, was %d".formatted(MOST, requests));
        }
        if (per.compareTo(Duration.ofSeconds(1)) < 0 || per.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("per of a rate is from 1s to 1d, was " + per);
        }
        if (type != null && !WORD.matcher(type).matches()) {
            throw new IllegalArgumentException("class of a rate is a word, was " + type);
        }
    }

    /// Whether it holds for a class of operations.
    public boolean covers(String operations) {
        return type == null || type.equals(operations);
    }
}
