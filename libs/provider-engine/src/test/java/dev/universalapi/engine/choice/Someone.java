package dev.universalapi.engine.choice;

import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.standing.Health;
import dev.universalapi.engine.standing.Health.Breaker;
import dev.universalapi.engine.standing.Keys;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A provider of the tests and how it is doing.
record Someone(
        String id,
        @Nullable String off,
        Optional<String> missing,
        Keys keys,
        Health health,
        Headroom headroom,
        BigDecimal price) {

    /// Nothing is known of it.
    static Someone unknown(String id) {
        return new Someone(
                id, null, Optional.empty(), new Keys(false, 0, 0), Health.UNKNOWN, Headroom.FREE, BigDecimal.ZERO);
    }

    /// A hundred calls are known, all of them good.
    static Someone known(String id, double latencyMillis) {
        return unknown(id)
                .with(new Health(
                        100,
                        latencyMillis,
                        (long) latencyMillis,
                        2 * (long) latencyMillis,
                        0,
                        1,
                        Breaker.CLOSED,
                        null,
                        1,
                        true));
    }

    Someone switchedOff(String why) {
        return new Someone(id, why, missing, keys, health, headroom, price);
    }

    Someone without(String key) {
        return new Someone(id, off, Optional.of(key), keys, health, headroom, price);
    }

    Someone with(Keys other) {
        return new Someone(id, off, missing, other, health, headroom, price);
    }

    Someone with(Health other) {
        return new Someone(id, off, missing, keys, other, headroom, price);
    }

    Someone with(Headroom other) {
        return new Someone(id, off, missing, keys, health, other, price);
    }

    Someone at(String dollars) {
        return new Someone(id, off, missing, keys, health, headroom, new BigDecimal(dollars));
    }

    Someone calls(double calls) {
        return with(new Health(
                calls,
                health.latencyMillis(),
                health.p50Millis(),
                health.p95Millis(),
                health.errorRate(),
                health.quality(),
                health.breaker(),
                health.openUntil(),
                health.share(),
                health.permit()));
    }

    Someone failing(double errorRate) {
        return with(new Health(
                health.calls(),
                health.latencyMillis(),
                health.p50Millis(),
                health.p95Millis(),
                errorRate,
                health.quality(),
                health.breaker(),
                health.openUntil(),
                health.share(),
                health.permit()));
    }

    Someone quality(double quality) {
        return with(new Health(
                health.calls(),
                health.latencyMillis(),
                health.p50Millis(),
                health.p95Millis(),
                health.errorRate(),
                quality,
                health.breaker(),
                health.openUntil(),
                health.share(),
                health.permit()));
    }

    Someone breaker(Breaker breaker, @Nullable Instant openUntil) {
        return with(new Health(
                health.calls(),
                health.latencyMillis(),
                health.p50Millis(),
                health.p95Millis(),
                health.errorRate(),
                health.quality(),
                breaker,
                openUntil,
                health.share(),
                health.permit()));
    }

    Someone share(double share) {
        return with(new Health(
                health.calls(),
                health.latencyMillis(),
                health.p50Millis(),
                health.p95Millis(),
                health.errorRate(),
                health.quality(),
                health.breaker(),
                health.openUntil(),
                share,
                health.permit()));
    }

    Someone busy() {
        return with(new Health(
                health.calls(),
                health.latencyMillis(),
                health.p50Millis(),
                health.p95Millis(),
                health.errorRate(),
                health.quality(),
                health.breaker(),
                health.openUntil(),
                health.share(),
                false));
    }

    Considered in(Wanted wanted) {
        Provider provider = Pool.CATALOGUE.provider(id).orElseThrow();
        var offer = provider.offer(Pool.PATH).orElseThrow();
        return new Considered(
                provider, offer, wanted, Optional.ofNullable(off), missing, keys, health, headroom, price);
    }
}
