package dev.universalapi.bench.catalogue;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.stock.Exchange;
import dev.universalapi.bench.stock.Stock;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.sample.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;

/// Refusals through gateway, search-service and sandbox: each is told by its name in the receipt.
final class Refusals implements Scene {
    private static final int TRIES = 20;
    private static final Duration REST = Duration.ofMillis(250);

    private final Stock stock;
    private final boolean all;

    /// @param all every sample, else one of each outcome of a provider
    Refusals(Stock stock, boolean all) {
        this.stock = stock;
        this.all = all;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Refusals through the gateway");
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
                    mistaken.add(exchange + ": " + outcome.label() + " is expected, the receipt has "
                            + found.body().path("attempts"));
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
