package dev.universalapi.engine.standing;

import java.time.Duration;

/// How fast a provider loses and regains trust. Times are read whenever they are needed; `window`, `fewest`,
/// `tolerated`, `probes` and the permits when a provider or a credential is first seen.
///
/// @param window of time over which a breaker counts
/// @param fewest calls in it that a breaker judges by
/// @param tolerated percentage of failures at which it opens
/// @param inARow failures without anything else between them at which it opens, whatever came before
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
public record Pace(
        Duration window,
        int fewest,
        int tolerated,
        int inARow,
        Duration open,
        Duration longestOpen,
        Duration healthy,
        int probes,
        Duration slowStart,
        Duration reprieve,
        Duration patience,
        Duration trial,
        Duration longestTrial,
        int firstPermits,
        int fewestPermits,
        int mostPermits) {
    /// For production.
    public static final Pace DEFAULT = new Pace(
            Duration.ofSeconds(10),
            5,
            50,
            10,
            Duration.ofSeconds(5),
            Duration.ofSeconds(24),
            Duration.ofSeconds(60),
            3,
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofMillis(250),
            Duration.ofMinutes(15),
            Duration.ofHours(6),
            20,
            20,
            200);

    /// Doubled that many times, and never longer than the longest.
    static Duration doubled(Duration first, int times, Duration longest) {
        var millis = first.toMillis() * Math.pow(2, times);
        return millis >= longest.toMillis() ? longest : Duration.ofMillis((long) millis);
    }
}
