package dev.universalapi.bench.catalogue;

import dev.universalapi.bench.stock.Asked;
import dev.universalapi.bench.stock.Exchange;
import dev.universalapi.bench.stock.Stock;
import dev.universalapi.bench.stock.Tally;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every sample through the whole engine: answers are the expected ones, refusals are told in the receipt as they are.
final class EverySample {
    private EverySample() {}

    static void prove(Report report, Stock stock) {
        var answered = stock.exchanges().stream()
                .filter(exchange -> exchange.sample().ok())
                .toList();
        var wrong = new ArrayList<String>();
        for (var exchange : answered) {
            answers(exchange, ask(stock, exchange)).ifPresent(why -> wrong.add(exchange + ": " + why));
        }
        report.checkAll("every answer is its sample's", answered.size(), wrong);

        var refused = stock.refused();
        var counts = new Tally();
        var mistaken = new ArrayList<String>();
        for (var exchange : refused) {
            if (exchange.sample().expected() instanceof Sample.Failed(Outcome outcome, Optional<String> message)) {
                counts.add(outcome);
                refuses(outcome, message, ask(stock, exchange)).ifPresent(why -> mistaken.add(exchange + ": " + why));
            }
        }
        report.checkAll("every refusal is told by its name in the receipt", refused.size(), mistaken);
        report.figure("  they are", counts);
    }

    private static Reply<?> ask(Stock stock, Exchange exchange) {
        return Asked.of(stock, exchange).ask(new Route(List.of(), List.of(exchange.provider()), List.of()));
    }

    private static Optional<String> answers(Exchange exchange, Reply<?> reply) {
        return reply instanceof Reply.Answered<?> answered
                ? exchange.sample().differs(answered.data())
                : Optional.of(reply.toString());
    }

    private static Optional<String> refuses(Outcome outcome, Optional<String> message, Reply<?> reply) {
        var attempts = reply.receipt().attempts();
        if (attempts.isEmpty() || attempts.getLast().outcome() != outcome) {
            return Optional.of(outcome.label() + " is expected, the receipt has " + attempts);
        }
        var told = attempts.getLast().message();
        return message.filter(text -> !text.equals(told))
                .map(text -> "`" + text + "` is expected, `" + told + "` told");
    }
}
