package dev.universalapi.bench.spoilt;

import dev.universalapi.bench.stock.Exchange;
import dev.universalapi.bench.stock.Stock;
import dev.universalapi.bench.stock.Tally;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.outcome.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Every operation of every provider is fed the bodies of all others: none of them is an answer, but where two share
/// one format.
public final class WrongShapes {
    private static final String TABLE = "same-shapes.tsv";

    private final Stock stock;
    private final Map<String, String> declared;
    private final Set<String> used = new HashSet<>();
    private final Tally outcomes = new Tally();
    private final Map<String, List<String>> taken = new TreeMap<>();
    private final Set<String> blaming = new TreeSet<>();
    private int tried;
    private int sameCall;

    private WrongShapes(Stock stock) {
        this.stock = stock;
        this.declared = declared();
    }

    public static void prove(Report report, Stock stock) {
        var check = new WrongShapes(stock);
        var bodies = stock.answered().stream().filter(Exchange::full).toList();
        var eaters = stock.answered().stream()
                .filter(exchange -> stock.first(exchange.provider(), exchange.operation())
                        .filter(exchange::equals)
                        .isPresent())
                .toList();
        eaters.forEach(eater -> bodies.forEach(body -> check.feed(eater, body)));
        report.checkAll(
                "the body of another operation or provider is no answer",
                check.tried,
                check.taken.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + ", such as " + entry.getValue().getFirst())
                        .toList());
        report.figure("  they were", check.outcomes);
        if (!check.blaming.isEmpty()) {
            report.figure("  the caller would be blamed by", String.join("; ", check.blaming));
        }
        report.figure("  left out: the same call of the same provider", check.sameCall);
        report.figure("  left out: declared to share one format", check.used.size() + " pairs");
        report.checkAll(
                "and every pair that is declared does share it",
                check.declared.size(),
                check.declared.keySet().stream()
                        .filter(pair -> !check.used.contains(pair))
                        .toList());
    }

    private void feed(Exchange eater, Exchange fed) {
        if (eater.side().equals(fed.side())) {
            return;
        }
        if (eater.provider().equals(fed.provider()) && call(eater).equals(call(fed))) {
            sameCall++;
            return;
        }
        var reading = eater.read(fed.sample().response());
        var pair = eater.side() + "\t" + fed.side();
        if (reading instanceof Reading.Answer && isDeclared(pair, fed.side() + "\t" + eater.side())) {
            return;
        }
        tried++;
        outcomes.add(reading.outcome());
        if (reading.outcome() == Outcome.INVALID_INPUT) {
            blaming.add(pair);
        }
        if (reading instanceof Reading.Answer answer) {
            taken.computeIfAbsent(pair, _ -> new ArrayList<>()).add(fed + ": " + Exchange.json(answer));
        }
    }

    // one format has two readers
    private boolean isDeclared(String pair, String reverse) {
        var known = declared.containsKey(pair) ? pair : reverse;
        return declared.containsKey(known) && (used.add(known) || used.contains(known));
    }

    /// Method, path and what is read, as the manifest has them.
    private String call(Exchange exchange) {
        var written = stock.written(exchange);
        return written.path("get").asString("") + "|" + written.path("post").asString("") + "|"
                + written.path("adapter").asString("");
    }

    private static Map<String, String> declared() {
        try (var table = Objects.requireNonNull(WrongShapes.class.getResourceAsStream(TABLE), TABLE)) {
            var pairs = new TreeMap<String, String>();
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> pairs.put(cells[0] + "\t" + cells[1], cells[2]));
            return pairs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
