package dev.universalapi.search.search.round;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Providers;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.search.search.plan.Inquiry;
import dev.universalapi.search.search.round.Arrival.Outcome;
import dev.universalapi.search.search.source.Found;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks one source.
final class Asker {
    private final JsonMapper json;
    private final InstantSource clock;
    private final Duration longest;
    private final BigDecimal price;

    /// @param longest how long a source is asked, whoever waits for it
    /// @param price the most that one call may cost, in US dollars
    Asker(JsonMapper json, InstantSource clock, Duration longest, BigDecimal price) {
        this.json = json;
        this.clock = clock;
        this.longest = longest;
        this.price = price;
    }

    /// What comes of it. A caller whose time is up does not end it: what it finds is kept for who asks next.
    ///
    /// @param receipt the id that it goes by
    Outcome ask(Inquiry inquiry, Providers providers, Seeker seeker, String receipt, boolean safe) {
        var caller = seeker.caller();
        var asking = new Asking(
                receipt,
                caller.organisation(),
                clock.instant().plus(longest),
                priced(seeker.route()),
                seeker.freshness(),
                null,
                false,
                caller.keyId());
        return switch (providers.ask(inquiry.question(), asking)) {
            case Reply.Answered<? extends Record> answered -> {
                var data = json.<JsonNode>valueToTree(answered.data());
                yield new Arrival.Answered(
                        Found.of(inquiry.source(), data, answered.meta(), inquiry.given(), safe),
                        answered.meta(),
                        answered.fresh());
            }
            case Reply.Refused<? extends Record> refused -> refused(refused);
        };
    }

    // a caller may allow less, never more
    private Route priced(Route route) {
        var wanted = route.maxPrice();
        return route.at(wanted == null ? price : wanted.min(price));
    }

    private static Outcome refused(Reply.Refused<?> refused) {
        return switch (refused.type()) {
            case NO_RESULT, NOT_FOUND -> new Arrival.Nothing();
            case UNSUPPORTED_QUERY, INVALID_INPUT, INVALID_PARAMETER, CONTENT_POLICY ->
                new Arrival.Helpless(refused.detail());
            default -> away(refused.type(), refused);
        };
    }

    private static Outcome away(ProblemType type, Reply.Refused<?> refused) {
        return new Arrival.Away(type, refused.detail(), refused.receipt().attempts());
    }
}
