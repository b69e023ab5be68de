package dev.universalapi.bench.spoilt;

import dev.universalapi.bench.stock.Stock;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.engine.mapping.Reading;
import java.util.ArrayList;

/// What a provider adds to its answers changes nothing of ours.
public final class ExtraFields {
    private ExtraFields() {}

    public static void prove(Report report, Stock stock) {
        var tried = 0;
        var broken = new ArrayList<String>();
        for (var exchange : stock.answered()) {
            var fields = Fields.of(
                    stock.written(exchange).path("answer"),
                    exchange.offer().operation().answer());
            var body = Body.of(exchange.sample().response()).withExtras(fields.read());
            if (body.length == 0) {
                continue;
            }
            tried++;
            var reading = exchange.read(body);
            var difference = reading instanceof Reading.Answer answer
                    ? exchange.sample().differs(answer.value()).orElse("")
                    : reading.toString();
            if (!difference.isEmpty()) {
                broken.add(exchange + ": " + difference);
            }
        }
        report.checkAll("unknown fields in every object of an answer change nothing", tried, broken);
    }
}
