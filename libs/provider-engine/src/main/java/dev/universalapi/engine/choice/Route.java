package dev.universalapi.engine.choice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a caller wants of the choice, by provider ids (the header `X-Route`), and whom the caller may have.
///
/// @param order asked first, in this order; others after them
/// @param only nobody else is asked; empty means everybody
/// @param ignore never asked
/// @param allowFallbacks whether another may be asked when the first gives no answer
/// @param maxPrice what one call may cost, in US dollars; 0 means nothing, null means anything
/// @param sort what alone the order goes by; null for everything that is known
/// @param permitted who alone may answer, by the scopes of the key; null for everybody
public record Route(
        List<String> order,
        List<String> only,
        List<String> ignore,
        boolean allowFallbacks,
        @Nullable BigDecimal maxPrice,
        @Nullable Sort sort,
        @Nullable Set<String> permitted) {
    /// No wishes.
    public static final Route ANY = new Route(List.of(), List.of(), List.of());

    /// What an order can go by.
    public enum Sort {
        /// The fastest first; those not timed yet come last.
        LATENCY,
        /// The cheapest first.
        PRICE,
        /// First those whose answers meet the contract most often.
        QUALITY;

        /// As in the header: `latency`.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Route {
        order = List.copyOf(order);
        only = List.copyOf(only);
        ignore = List.copyOf(ignore);
        maxPrice = maxPrice == null ? null : maxPrice.stripTrailingZeros();
        permitted = permitted == null ? null : Set.copyOf(permitted);
    }

    /// What a caller wants who may have everybody.
    public Route(
            List<String> order,
            List<String> only,
            List<String> ignore,
            boolean allowFallbacks,
            @Nullable BigDecimal maxPrice,
            @Nullable Sort sort) {
        this(order, only, ignore, allowFallbacks, maxPrice, sort, null);
    }

    /// A route of ids alone.
    public Route(List<String> order, List<String> only, List<String> ignore) {
        this(order, only, ignore, true, null, null);
    }

    /// The same for a caller who may have these providers alone; null for everybody.
    public Route permitting(@Nullable Set<String> providers) {
        return new Route(order, only, ignore, allowFallbacks, maxPrice, sort, providers);
    }

    /// The same where a call may cost that much, in US dollars; null for anything.
    public Route at(@Nullable BigDecimal dollars) {
        return new Route(order, only, ignore, allowFallbacks, dollars, sort, permitted);
    }

    /// The first provider that it asks for and that the caller may not have.
    public Optional<String> forbidden() {
        return Stream.of(order, only)
                .flatMap(List::stream)
                .filter(id -> lack(id).isPresent())
                .findFirst();
    }

    /// The first id in it that is nobody's.
    public Optional<String> unknown(Predicate<String> known) {
        return Stream.of(order, only, ignore)
                .flatMap(List::stream)
                .filter(known.negate())
                .findFirst();
    }

    /// Whether an answer that is already there will do, by who gave it and what that cost, in US dollars.
    public boolean suits(String provider, BigDecimal price) {
        return lack(provider).isEmpty()
                && objection(provider).isEmpty()
                && objection(price).isEmpty()
                && (order.isEmpty() || order.contains(provider));
    }

    /// What the caller lacks to have a provider, in one sentence; empty if nothing.
    Optional<String> lack(String provider) {
        return permitted == null || permitted.contains(provider)
                ? Optional.empty()
                : Optional.of("the key lacks the scope provider." + provider + ":use");
    }

    /// Why a provider must not be asked, in one sentence; empty if it may.
    Optional<String> objection(String provider) {
        if (ignore.contains(provider)) {
            return Optional.of("X-Route ignores it");
        }
        return only.isEmpty() || only.contains(provider) ? Optional.empty() : Optional.of("X-Route asks only others");
    }

    /// Why a call at this price must not be made, in one sentence; empty if it may.
    Optional<String> objection(BigDecimal price) {
        return maxPrice == null || price.compareTo(maxPrice) <= 0
                ? Optional.empty()
                : Optional.of("a call costs " + price.toPlainString() + " US dollars, and X-Route allows "
                        + maxPrice.toPlainString());
    }
}
