package dev.universalapi.bench.catalogue;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.stock.Exchange;
import dev.universalapi.bench.stock.Stock;
import dev.universalapi.bench.stock.Trees;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.sample.Sample;
import java.util.ArrayList;
import java.util.List;

/// Answers through gateway, search-service and sandbox: every operation by every provider of it.
final class ThroughGateway implements Scene {
    private final Stock stock;
    private final boolean all;

    /// @param all every answer, else the first of each provider's operation
    ThroughGateway(Stock stock, boolean all) {
        this.stock = stock;
        this.all = all;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Answers through the gateway");
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
}
