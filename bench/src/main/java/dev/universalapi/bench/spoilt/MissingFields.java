package dev.universalapi.bench.spoilt;

import dev.universalapi.bench.stock.Asked;
import dev.universalapi.bench.stock.Exchange;
import dev.universalapi.bench.stock.Stock;
import dev.universalapi.bench.stock.Tally;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.outcome.Outcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Whatever the contract requires is taken from an answer in turn: the attempt is told as malformed or drifted, and the
/// next provider answers.
public final class MissingFields {
    private static final Set<Outcome> SEEN = EnumSet.of(Outcome.MALFORMED, Outcome.DRIFTED);

    private final Stock stock;
    private final Tally outcomes = new Tally();
    private final List<String> broken = new ArrayList<>();
    private final List<String> stuck = new ArrayList<>();
    private int tried;
    private int followed;

    private MissingFields(Stock stock) {
        this.stock = stock;
    }

    public static void prove(Report report, Stock stock) {
        var check = new MissingFields(stock);
        stock.answered().forEach(check::exchange);
        report.checkAll("without a required field there is no answer", check.tried, check.broken);
        report.figure("  it was", check.outcomes);
        report.checkAll("and the next provider answers, where another can", check.followed, check.stuck);
    }

    private void exchange(Exchange exchange) {
        var written = stock.written(exchange);
        var body = Body.of(exchange.sample().response());
        var fields =
                Fields.of(written.path("answer"), exchange.offer().operation().answer());
        // a command that was done is never asked of another
        var others = exchange.offer().operation().kind() != Kind.COMMAND
                && Asked.of(stock, exchange).elsewhere();
        for (var need : fields.needs()) {
            var cut = need.holds(exchange.expected()) ? body.without(need.addresses()) : new byte[0];
            if (cut.length > 0) {
                need(exchange, need, cut, others);
            }
        }
    }

    private void need(Exchange exchange, Fields.Need need, byte[] cut, boolean others) {
        tried++;
        var reading = exchange.read(cut);
        outcomes.add(reading.outcome());
        var refused =
                reading instanceof Reading.Failure failure && failure.outcome().next() == Outcome.Next.PROVIDER;
        if (!SEEN.contains(reading.outcome()) && !refused) {
            broken.add(exchange + " without " + need.component() + ": " + reading);
        } else if (others) {
            followed++;
            var response = exchange.sample().response();
            var reply = Asked.of(stock, exchange)
                    .answering(new EgressResponse(response.status(), response.headers(), cut))
                    .ask(new Route(List.of(exchange.provider()), List.of(), List.of()));
            var attempts = reply.receipt().attempts();
            if (attempts.size() < 2 || attempts.getFirst().outcome() != reading.outcome() || !Asked.answered(reply)) {
                stuck.add(exchange + " without " + need.component() + ": " + attempts);
            }
        }
    }
}
