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
import java.util.List;
import java.util.TreeMap;

/// Refusals through gateway, search-service and sandbox: each is told by its name in the receipt.
final class Refusals implements Scene {
    private static final int TRIES = 20;
    private static final Duration REST = Duration.ofMillis(250);

    private final Stock stock;
    private final boolean all;

    /// @param all every sample, else one of each provider, each time another outcome
    Refusals(Stock stock, boolean all) {
        this.stock = stock;
        this.all = all;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Refusals through the gateway");
        var tried = 0;
        var mistaken = new ArrayList<String>();
        for (var exchange : asked()) {
            if (exchange.sample().expected() instanceof Sample.Failed(Outcome outcome, var _)) {
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

    // one outcome after the other, so that each provider may rest
    private List<Exchange> asked() {
        var byProvider = new TreeMap<String, List<Exchange>>();
        stock.refused().stream()
                .sorted(Comparator.comparing(
                        exchange -> exchange.sample().expected().toString()))
                .forEach(exchange -> byProvider
                        .computeIfAbsent(exchange.provider(), _ -> new ArrayList<>())
                        .add(exchange));
        var chosen = new ArrayList<Exchange>();
        for (var refused : byProvider.values()) {
            chosen.addAll(all ? refused : List.of(refused.get(chosen.size() % refused.size())));
        }
        chosen.sort(
                Comparator.comparing(exchange -> exchange.sample().expected().toString()));
        return chosen;
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
