package dev.universalapi.engine;

import dev.universalapi.engine.attempt.Tried;
import dev.universalapi.engine.choice.Choice;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.spending.Spending;
import dev.universalapi.engine.usage.Spent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What came of asking providers.
///
/// @param receipt the id of the request for which they were asked
/// @param tried in order; the last one decides
/// @param verdict what is told where nobody answered; null where somebody did
record Pursued(
        String receipt,
        Choice choice,
        List<Tried> tried,
        @Nullable Verdict verdict) {
    /// The attempt that brought the answer, where one did.
    Optional<Tried> answered() {
        return tried.isEmpty() || verdict != null ? Optional.empty() : Optional.of(tried.getLast());
    }

    List<Attempt> attempts() {
        return tried.stream().map(Tried::attempt).toList();
    }

    /// The calls that were made, none of which settles anything yet.
    List<Spent> calls(Enquiry enquiry) {
        var calls = new ArrayList<Spent>();
        for (var one : tried) {
            if (one.attempt().called()) {
                calls.add(call(enquiry, one, calls.size() + 1));
            }
        }
        return List.copyOf(calls);
    }

    private static Spent call(Enquiry enquiry, Tried one, int number) {
        var attempt = one.attempt();
        var spent = units(enquiry, one);
        return new Spent(
                enquiry.asking(),
                enquiry.type().path(),
                number,
                attempt.provider(),
                attempt.outcome().label(),
                false,
                false,
                spent.getValue(),
                spent.getKey(),
                Replies.price(enquiry, one),
                attempt.millis());
    }

    // calls themselves are counted where a provider counts nothing else
    private static Map.Entry<String, Long> units(Enquiry enquiry, Tried one) {
        var answer = one.answer();
        var spent = new TreeMap<String, Long>();
        enquiry.providers()
                .provider(one.attempt().provider())
                .flatMap(provider -> provider.offer(enquiry.type().path()))
                .ifPresent(offer -> spent.putAll(offer.spends(enquiry.query())));
        if (answer != null) {
            spent.putAll(answer.spent());
        }
        var calls = spent.remove(Spending.REQUESTS);
        return spent.isEmpty() ? Map.entry(Spent.CALL, calls == null ? 1L : calls) : spent.firstEntry();
    }
}
