package dev.universalapi.engine.choice;

import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.standing.Health;
import dev.universalapi.engine.standing.Health.Breaker;
import dev.universalapi.engine.standing.Keys;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A provider, and all that a filter or a score may judge it by.
///
/// @param switchedOff why operators have switched it off
/// @param missing the name of a credential that it needs and that is not set
/// @param price of this call in US dollars, as far as it is known before
record Considered(
        Provider provider,
        Offer offer,
        Wanted wanted,
        Optional<String> switchedOff,
        Optional<String> missing,
        Keys keys,
        Health health,
        Headroom headroom,
        BigDecimal price) {

    static Considered of(Provider provider, Offer offer, Wanted wanted, Outlook outlook) {
        return new Considered(
                provider,
                offer,
                wanted,
                outlook.switchedOff(provider),
                outlook.missing(provider),
                outlook.keys(provider),
                outlook.health(provider),
                outlook.headroom(provider),
                offer.price(wanted.query()));
    }

    String id() {
        return provider.id();
    }

    /// Whether its latency is known: it has brought answers lately.
    boolean timed() {
        return health.calls() >= 1 && health.latencyMillis() > 0;
    }

    /// Whether calls are let through only to see if it has recovered.
    boolean onTrial() {
        return health.breaker() != Breaker.CLOSED;
    }

    /// Whether that moment is still to come.
    boolean ahead(Instant moment) {
        return moment.isAfter(wanted.now());
    }
}
