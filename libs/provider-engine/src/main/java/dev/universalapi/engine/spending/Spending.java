package dev.universalapi.engine.spending;

import dev.universalapi.engine.expression.Address;
import dev.universalapi.engine.expression.Found;
import dev.universalapi.engine.expression.Known;
import dev.universalapi.engine.expression.Scope;
import dev.universalapi.engine.expression.Template;
import dev.universalapi.engine.expression.Values;
import dev.universalapi.engine.shape.Numbers;
import dev.universalapi.engine.shape.Written;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What one call takes of a provider's quotas, and what it costs.
public final class Spending {
    /// The unit of calls: every call takes one of it, unless the manifest says how many.
    public static final String REQUESTS = "requests";

    /// One request, for nothing.
    public static final Spending ONE_REQUEST = new Spending(Map.of(), Map.of(), Map.of(), Price.FREE);

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 2);

    private final Map<String, Long> fixed;
    private final Map<String, Template> counted;
    private final Map<String, Address> learnt;
    private final Price price;

    Spending(Map<String, Long> fixed, Map<String, Template> counted, Map<String, Address> learnt, Price price) {
        var all = new HashMap<>(fixed);
        if (!counted.containsKey(REQUESTS) && !learnt.containsKey(REQUESTS)) {
            all.putIfAbsent(REQUESTS, 1L);
        }
        this.fixed = Map.copyOf(all);
        this.counted = Map.copyOf(counted);
        this.learnt = Map.copyOf(learnt);
        this.price = price;
    }

    /// What a call takes, by unit, as far as the query tells.
    public Map<String, Long> before(Record query) {
        if (counted.isEmpty()) {
            return fixed;
        }
        var spends = new HashMap<>(fixed);
        var scope = Scope.request(query, Known.NOTHING, _ -> Optional.empty());
        counted.forEach((unit, text) -> spends.put(unit, characters(text.fill(scope))));
        return Map.copyOf(spends);
    }

    /// What any call takes of a unit, whatever is asked.
    public long always(String unit) {
        return fixed.getOrDefault(unit, 0L);
    }

    /// What a call took, by unit, as far as only the answer tells. What it does not tell is left out.
    public Map<String, Long> after(Scope answer) {
        if (learnt.isEmpty()) {
            return Map.of();
        }
        var spent = new HashMap<String, Long>();
        learnt.forEach((unit, address) ->
                amount(address.find(answer), answer.whole().markup()).ifPresent(amount -> spent.put(unit, amount)));
        return Map.copyOf(spent);
    }

    /// US dollars, for what was taken by unit.
    public BigDecimal price(Map<String, Long> spent) {
        return price.of(spent);
    }

    /// Whether only the answer tells what a call costs.
    public boolean pricedAfter() {
        return price.each().signum() > 0 && learnt.containsKey(price.unit());
    }

    private static long characters(Found text) {
        if (text instanceof Found.Value(var value)) {
            var written = Written.text(value);
            return written.codePointCount(0, written.length());
        }
        return 0;
    }

    // a part of one counts as one
    private static Optional<Long> amount(Found found, boolean markup) {
        return found instanceof Found.Value(var there)
                        && Values.single(there, markup) instanceof Found.Value(var single)
                        && Numbers.exact(single) instanceof BigDecimal number
                        && number.signum() >= 0
                        && number.compareTo(MOST) <= 0
                ? Optional.of(number.setScale(0, RoundingMode.CEILING).longValueExact())
                : Optional.empty();
    }
}
