package dev.universalapi.bench.catalogue;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.stock.Exchange;
import dev.universalapi.bench.stock.Stock;
import dev.universalapi.bench.stock.Trees;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.sample.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// Samples through gateway, search-service and sandbox: every operation by every provider of it, and refusals.
final class ThroughGateway implements Scene {
    private static final int TRIES = 20;
    private static final Duration REST = Duration.ofMillis(250);

    private final Stock stock;
    private final boolean all;

    /// @param all every sample, else one answer of each provider's operation and one refusal of each outcome of it
    ThroughGateway(Stock stock, boolean all) {
        this.stock = stock;
        this.all = all;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Samples through the gateway");
        var wrong = new ArrayList<String>();
        var answered = stock.exchanges().stream()
                .filter(exchange -> exchange.sample().ok())
                .toList();
        var asked = answered.stream()
                .filter(exchange -> all
                        || stock.first(exchange.provider(), exchange.operation())
                                .filter(exchange::equals)
                                .isPresent())
                .toList();
        for (var exchange : asked) {
            // told, since two operations may make one call
            try (var _ = Told.by(stage, exchange)) {
                answer(Question.of(exchange).ask(stage.fresh()), exchange, wrong);
            }
        }
        report.checkAll("every operation, through every provider of it, equals its sample", asked.size(), wrong);
        refusals(stage, report);
    }

    private static void answer(Caller.Answer reply, Exchange exchange, List<String> wrong) {
        if (reply.status() != 200) {
            wrong.add(exchange + ": " + reply);
        } else if (exchange.offer().operation().form() == Form.BINARY) {
            if (reply.text().isEmpty()) {
                wrong.add(exchange + ": no bytes came");
            }
        } else if (!reply.at("/meta/provider").equals(exchange.provider())) {
            wrong.add(exchange + ": answered by " + reply.at("/meta/provider"));
        } else if (exchange.sample().expected() instanceof Sample.Answer(var data)
                && !Trees.equal(data, reply.body().at("/data"))) {
            wrong.add(exchange + ": " + reply.body().at("/data") + " instead of " + data);
        }
    }

    private void refusals(Stage stage, Report report) throws Exception {
        var tried = 0;
        var mistaken = new ArrayList<String>();
        var seen = new HashSet<String>();
        var refused = stock.refused().stream()
                .sorted(Comparator.comparing(
                        exchange -> exchange.sample().expected().toString()))
                .toList();
        for (var exchange : refused) { // one outcome after the other, so that each provider may rest
            if (exchange.sample().expected() instanceof Sample.Failed(Outcome outcome, var _)
                    && (seen.add(exchange.provider() + outcome) || all)) {
                tried++;
                var found = refusal(stage, exchange);
                if (!found.at("/attempts/0/outcome").equals(outcome.label())
                        || !found.at("/attempts/0/provider").equals(exchange.provider())) {
                    mistaken.add(exchange + ": " + outcome.label() + " is expected, the receipt is " + found);
                }
            }
        }
        report.checkAll("refusals are told by their name in the receipt", tried, mistaken);
    }

    /// The receipt. A provider whose key still rests from the sample before is asked again a little later.
    private static Caller.Answer refusal(Stage stage, Exchange exchange) throws IOException, InterruptedException {
        try (var _ = Told.by(stage, exchange)) {
            for (var i = 1; ; i++) {
                var reply = Question.of(exchange).ask(stage.fresh());
                var receipt = stage.receipt(Question.receipt(reply));
                if (i == TRIES
                        || !receipt.at("/attempts/0/as").equals("unasked")
                                && !receipt.at("/attempts/0/outcome").isEmpty()) {
                    return receipt;
                }
                Thread.sleep(REST);
            }
        }
    }
}
