package dev.universalapi.gateway.limit.count;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How limits are counted.
///
/// @param allowance the part of a quota that is let in while nobody knows what was used of it, 0 to 1
/// @param leastAllowance calls of a quota that are let in while nobody knows, where the part is less
/// @param recount how long after quotas were counted again they are counted once more
/// @param ahead how long calls that were counted ahead may come; what has not come then is given back
/// @param mostAhead calls that are counted at once, where they are at most a thousandth of what is left; 1 for none
/// ahead
@ConfigurationProperties("universal.gateway.limit.count")
record CountProperties(
        @DefaultValue("0.01") double allowance,
        @DefaultValue("10") long leastAllowance,
        @DefaultValue("60s") Duration recount,
        @DefaultValue("200ms") Duration ahead,
        @DefaultValue("256") int mostAhead) {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    CountProperties {
        if (allowance < 0 || allowance > 1) {
            throw new IllegalArgumentException("universal.gateway.limit.count.allowance is from 0 to 1");
        }
        if (mostAhead < 1 || ahead.isNegative() || ahead.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "universal.gateway.limit.count.most-ahead is at least 1, ahead at most " + LONGEST);
        }
        if (leastAllowance < 0) {
            throw new IllegalArgumentException("universal.gateway.limit.count.least-allowance is not negative");
        }
    }
}
