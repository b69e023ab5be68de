package dev.universalapi.engine.choice;

import dev.universalapi.engine.choice.Choice.Removed;
import dev.universalapi.engine.standing.Health.Breaker;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A reason for which a provider that has the operation is not asked. The first that objects is told: what the
/// key may not, then what is so whoever asks, then what the caller wants, then what passes by itself.
public enum Filter {
    /// The key may not use it.
    SCOPE,
    /// Operators have switched it off.
    SWITCHED_OFF,
    /// A key it needs is not set.
    NO_CREDENTIAL,
    /// It cannot answer this query.
    UNSUPPORTED,
    /// The caller does not want it.
    ROUTE,
    /// It costs more than the caller wants to pay.
    PRICE,
    /// It refuses all of our keys.
    DEAD_KEY,
    /// Its quota is spent.
    QUOTA,
    /// It has asked to be left alone.
    RESTING,
    /// It fails too often: nobody is let through.
    BREAKER,
    /// As many calls as it bears are under way.
    BUSY,
    /// It usually takes longer than the caller waits.
    SLOW;

    /// As in receipts: `no-credential`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The first that objects.
    static Optional<Removed> removal(Considered considered) {
        for (var filter : values()) {
            var reason = filter.objection(considered);
            if (reason.isPresent()) {
                return Optional.of(new Removed(considered.id(), filter, reason.get(), filter.until(considered)));
            }
        }
        return Optional.empty();
    }

    /// Whether it is about health, so that the least bad may come back. What is spent or resting never does.
    boolean ofHealth() {
        return switch (this) {
            case BREAKER, BUSY, SLOW -> true;
            case SCOPE, SWITCHED_OFF, NO_CREDENTIAL, UNSUPPORTED, ROUTE, PRICE, DEAD_KEY, QUOTA, RESTING -> false;
        };
    }

    /// Why it is taken out, in one sentence; empty if it may stay.
    Optional<String> objection(Considered one) {
        return switch (this) {
            case SCOPE -> one.wanted().route().lack(one.id());
            case SWITCHED_OFF -> one.switchedOff().map(why -> "it is switched off: " + why);
            case NO_CREDENTIAL -> one.missing().map(name -> name + " is not set");
            case UNSUPPORTED -> one.offer().unsupported(one.wanted().query());
            case ROUTE -> one.wanted().route().objection(one.id());
            case PRICE -> tooDear(one);
            case DEAD_KEY -> when(!one.keys().usable(), "it refuses our key");
            case QUOTA -> spent(one, false, "its quota is spent until ");
            case RESTING -> spent(one, true, "it asked to be left alone until ");
            case BREAKER -> when(open(one), "it fails too often and is left alone" + untilTold(one));
            case BUSY -> when(!one.health().permit(), "it has as many calls under way as it bears");
            case SLOW -> when(slow(one), "half of its answers take longer than the time that is left");
        };
    }

    private @Nullable Instant until(Considered one) {
        return switch (this) {
            case QUOTA, RESTING -> one.headroom().until();
            case BREAKER -> one.health().openUntil();
            case SCOPE, SWITCHED_OFF, NO_CREDENTIAL, UNSUPPORTED, ROUTE, PRICE, DEAD_KEY, BUSY, SLOW -> null;
        };
    }

    private static Optional<String> tooDear(Considered one) {
        var route = one.wanted().route();
        return route.maxPrice() != null && one.offer().pricedAfter()
                ? Optional.of("what a call costs is known only afterwards, and X-Route has a maxPrice")
                : route.objection(one.price());
    }

    private static Optional<String> spent(Considered one, boolean resting, String why) {
        var until = one.headroom().until();
        return until != null && one.ahead(until) && one.headroom().resting() == resting
                ? Optional.of(why + told(until))
                : Optional.empty();
    }

    // an open breaker whose time is up lets the next call through, as a trial
    private static boolean open(Considered one) {
        var until = one.health().openUntil();
        return one.health().breaker() == Breaker.OPEN && (until == null || one.ahead(until));
    }

    private static boolean slow(Considered one) {
        return one.health().p50Millis() > one.wanted().remaining().toMillis() && one.timed();
    }

    private static String untilTold(Considered one) {
        var until = one.health().openUntil();
        return until == null ? "" : " until " + told(until);
    }

    private static Instant told(Instant until) {
        return until.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Optional<String> when(boolean objects, String why) {
        return objects ? Optional.of(why) : Optional.empty();
    }
}
