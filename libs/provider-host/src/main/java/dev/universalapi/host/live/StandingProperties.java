package dev.universalapi.host.live;

import dev.universalapi.engine.standing.Pace;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How fast a provider loses and regains trust; may change at run time. `window`, `fewest`, `tolerated`, `probes` and
/// the
/// permits hold for providers and credentials that are first seen after the change.
///
/// @param window of time over which a breaker counts
/// @param fewest calls in it that a breaker judges by
/// @param tolerated percentage of failures at which it opens
/// @param inARow failures without anything else between them at which it opens
/// @param open how long it stays open the first time; doubles each time it opens again
/// @param longestOpen the longest it stays open
/// @param healthy how long it must stay closed for the doubling to start anew
/// @param probes calls it lets through before it closes
/// @param slowStart how long a provider that recovered takes to get its whole share
/// @param reprieve how often an open breaker may be made to probe early
/// @param patience a provider of which nothing is known is not to blame for silence shorter than this
/// @param trial when a credential that was refused is tried again; doubles each time it is refused again
/// @param longestTrial the longest until it is tried again
/// @param firstPermits calls at once to a provider with one credential, until measured
/// @param fewestPermits calls at once that are always allowed: fewer would blame a provider for a pause of this machine
/// @param mostPermits calls at once that are never exceeded
@ConfigurationProperties("universal.live.standing")
public record StandingProperties(
        @DefaultValue("10s") Duration window,
        @DefaultValue("5") int fewest,
        @DefaultValue("50") int tolerated,
        @DefaultValue("10") int inARow,
        @DefaultValue("5s") Duration open,
        @DefaultValue("24s") Duration longestOpen,
        @DefaultValue("60s") Duration healthy,
        @DefaultValue("3") int probes,
        @DefaultValue("30s") Duration slowStart,
        @DefaultValue("1s") Duration reprieve,
        @DefaultValue("250ms") Duration patience,
        @DefaultValue("15m") Duration trial,
        @DefaultValue("6h") Duration longestTrial,
        @DefaultValue("20") int firstPermits,
        @DefaultValue("20") int fewestPermits,
        @DefaultValue("200") int mostPermits) {
    private static final int MOST_PERMITS = 10_000;
    private static final int PERCENT = 100;

    public StandingProperties {
        Bounds.require(window.toSeconds() >= 1, "window must be at least 1s");
        Bounds.require(fewest >= 1, "fewest must be at least 1");
        Bounds.require(tolerated >= 1 && tolerated <= PERCENT, "tolerated must be 1 to 100");
        Bounds.require(inARow >= 1, "inARow must be at least 1");
        Bounds.require(
                open.toMillis() >= 1 && longestOpen.compareTo(open) >= 0, "open must be positive, up to longestOpen");
        Bounds.require(probes >= 1, "probes must be at least 1");
        Bounds.time(slowStart, "slowStart");
        Bounds.require(
                !trial.isNegative() && longestTrial.compareTo(trial) >= 0, "trial must be from 0 to longestTrial");
        Bounds.require(
                fewestPermits >= 1
                        && firstPermits >= fewestPermits
                        && mostPermits >= firstPermits
                        && mostPermits <= MOST_PERMITS,
                "permits must be 1 <= fewest <= first <= most <= 10000");
    }

    /// As the engine has it.
    public Pace pace() {
        return new Pace(
                window,
                fewest,
                tolerated,
                inARow,
                open,
                longestOpen,
                healthy,
                probes,
                slowStart,
                reprieve,
                patience,
                trial,
                longestTrial,
                firstPermits,
                fewestPermits,
                mostPermits);
    }
}
