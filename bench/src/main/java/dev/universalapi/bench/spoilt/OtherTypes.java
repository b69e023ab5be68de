package dev.universalapi.bench.spoilt;

import dev.universalapi.bench.stock.Exchange;
import dev.universalapi.bench.stock.Stock;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.engine.mapping.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Numbers come as text and texts as numbers: what can be read means the same as before, the rest is no answer.
public final class OtherTypes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SEVEN = "7";

    private static final Pattern WAYS_ROUND = Pattern.compile(" or | none:| table:|\\[");

    private final List<String> broken = new ArrayList<>();
    private int tried;
    private int same;
    private int told;
    private int refused;

    private final Stock stock;

    private OtherTypes(Stock stock) {
        this.stock = stock;
    }

    public static void prove(Report report, Stock stock) {
        var numbers = new OtherTypes(stock);
        var texts = new OtherTypes(stock);
        for (var exchange : stock.answered()) {
            if (Body.of(exchange.sample().response()) instanceof Body.Json(var tree)) {
                numbers.walk(exchange, tree.deepCopy(), true);
                texts.walk(exchange, tree.deepCopy(), false);
            }
        }
        numbers.tell(report, "a number as text is read as the same, or refused");
        texts.tell(report, "a text as number is read as that number, or refused");
    }

    private void tell(Report report, String promise) {
        report.checkAll(promise, tried, broken);
        report.figure("  the same answer, told as it came, refused", same + ", " + told + ", " + refused);
    }

    private void walk(Exchange exchange, JsonNode top, boolean numbers) {
        leaves(top, top, exchange, numbers);
    }

    private void leaves(JsonNode top, JsonNode node, Exchange exchange, boolean numbers) {
        switch (node) {
            case ObjectNode object -> {
                for (var name : List.copyOf(object.propertyNames())) {
                    var child = object.path(name);
                    if (turns(child, numbers)) {
                        object.set(name, turned(child));
                        attempt(exchange, top, child);
                        object.set(name, child);
                    } else {
                        leaves(top, child, exchange, numbers);
                    }
                }
            }
            case ArrayNode array -> {
                for (var i = 0; i < array.size(); i++) {
                    var child = array.path(i);
                    if (turns(child, numbers)) {
                        array.set(i, turned(child));
                        attempt(exchange, top, child);
                        array.set(i, child);
                    } else {
                        leaves(top, child, exchange, numbers);
                    }
                }
            }
            default -> {}
        }
    }

    private static boolean turns(JsonNode leaf, boolean numbers) {
        return numbers ? leaf.isNumber() : leaf.isString() && !leaf.asString().isBlank();
    }

    private static JsonNode turned(JsonNode leaf) {
        if (leaf.isNumber()) {
            return NODES.stringNode(leaf.decimalValue().toPlainString());
        }
        var text = leaf.asString();
        return NODES.numberNode(new BigDecimal(text.matches("-?(0|[1-9]\\d{0,17})(\\.\\d{1,17})?") ? text : SEVEN));
    }

    private void attempt(Exchange exchange, JsonNode top, JsonNode before) {
        tried++;
        var reading = exchange.read(Body.JSON.writeValueAsBytes(top));
        if (!(reading instanceof Reading.Answer answer)) {
            refused++;
            return;
        }
        if (exchange.sample().differs(answer.value()).isEmpty()) {
            same++;
            return;
        }
        told++;
        var wrong = new ArrayList<String>();
        var written = stock.written(exchange).path("answer");
        compare("", written, exchange.expected(), Exchange.json(answer), before, wrong);
        if (!wrong.isEmpty()) {
            broken.add(exchange + " with " + before + " as " + turned(before) + ": " + String.join(", ", wrong));
        }
    }

    /// Where an answer differs in more than that something is missing, or is told as it came. Where the manifest has
    /// words for what else may come (an alternative, a table, a selection), it is for them to say.
    private static void compare(
            String where, JsonNode written, JsonNode wanted, JsonNode got, JsonNode before, List<String> wrong) {
        if (wanted.isObject() && got.isObject()) {
            var names = new TreeSet<>(wanted.propertyNames());
            names.addAll(got.propertyNames());
            names.forEach(name ->
                    compare(where + "/" + name, written.path(name), wanted.path(name), got.path(name), before, wrong));
        } else if (wanted.isArray() && got.isArray() && wanted.size() == got.size()) {
            for (var i = 0; i < wanted.size(); i++) {
                compare(where + "/" + i, written, wanted.path(i), got.path(i), before, wrong);
            }
        } else if (!fits(wanted, got, before)
                && !WAYS_ROUND.matcher(words(written)).find()) {
            wrong.add(where + " is " + got + ", was " + wanted);
        }
    }

    private static boolean fits(JsonNode wanted, JsonNode got, JsonNode before) {
        return got.isNull()
                || got.isMissingNode()
                || shorter(wanted, got)
                || equal(wanted, got)
                || asItCame(got, before);
    }

    private static String words(JsonNode written) {
        return written.isString() ? written.asString() : written.toString();
    }

    private static boolean shorter(JsonNode wanted, JsonNode got) {
        return wanted.isArray() && got.isArray() && got.size() < wanted.size();
    }

    private static boolean equal(JsonNode wanted, JsonNode got) {
        return wanted.isNumber() && got.isNumber()
                ? wanted.decimalValue().compareTo(got.decimalValue()) == 0
                : wanted.equals(got);
    }

    private static boolean asItCame(JsonNode got, JsonNode before) {
        return got.asString("").contains(turned(before).asString());
    }
}
