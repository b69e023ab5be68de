package dev.universalapi.engine.spending;

import dev.universalapi.engine.expression.Address;
import dev.universalapi.engine.expression.Expressions;
import dev.universalapi.engine.expression.Template;
import dev.universalapi.engine.expression.Vocabulary;
import dev.universalapi.engine.yaml.MistakeException;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads `spends` and `cost`.
public final class SpendingReader {
    private static final String DOLLARS = "USD";
    private static final Pattern COST =
            Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,12})?) ([A-Z]{3})(?:/([1-9][0-9]{0,11}) ([a-z]+))?");

    private final Vocabulary words;
    private final Mistakes mistakes;
    private final Map<String, Long> fixed = new HashMap<>();
    private final Map<String, Template> counted = new HashMap<>();
    private final Map<String, Address> learnt = new HashMap<>();

    public SpendingReader(Vocabulary words, Mistakes mistakes) {
        this.words = words;
        this.mistakes = mistakes;
    }

    /// What a call of an operation spends.
    ///
    /// @param quotas the units of the provider's quotas
    public Spending read(Yaml.Entries operation, Set<String> quotas) {
        var price = operation
                .find("cost")
                .flatMap(where -> mistakes.read(where, SpendingReader::price))
                .orElse(Price.FREE);
        var declared = operation.entries("spends");
        var units = new TreeSet<>(quotas);
        operation.find("cost").ifPresent(_ -> units.add(price.unit()));
        declared.values().forEach((unit, value) -> {
            if (!units.contains(unit)) {
                mistakes.add(
                        declared.line(unit),
                        "neither `quota` nor `cost` has the unit `" + unit + "`",
                        units.isEmpty() ? "leave it out" : "use one of " + String.join(", ", units));
            }
            amount(unit, value);
        });
        if (!price.unit().equals(Spending.REQUESTS)
                && declared.find(price.unit()).isEmpty()) {
            mistakes.add(
                    operation.line("cost"),
                    "nothing says how many " + price.unit() + " a call takes",
                    "write `spends: { " + price.unit() + ": … }`");
        }
        if (operation.find("first").isPresent()
                && declared.find(Spending.REQUESTS).isEmpty()) {
            fixed.put(Spending.REQUESTS, 2L); // the call before is one too
        }
        return new Spending(fixed, counted, learnt, price);
    }

    private void amount(String unit, Yaml where) {
        if (where instanceof Yaml.Word word && word.kind() == Yaml.Kind.NUMBER) {
            mistakes.read(where, SpendingReader::whole).ifPresent(number -> fixed.put(unit, number));
            return;
        }
        if (where.text().startsWith("/")) {
            mistakes.read(where, this::address).ifPresent(address -> learnt.put(unit, address));
        } else {
            mistakes.read(where, this::template).ifPresent(template -> counted.put(unit, template));
        }
    }

    private static long whole(String text) throws MistakeException {
        try {
            return new BigDecimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            throw new MistakeException("`" + text + "` is no whole number", "write one such as 2");
        }
    }

    private Address address(String text) throws MistakeException {
        var address = Expressions.address(text, words);
        if (address.stars() > 0) {
            throw new MistakeException("`" + text + "` finds several", "leave the `*` out");
        }
        return address;
    }

    private Template template(String text) throws MistakeException {
        var template = Expressions.template(text, words.forRequests());
        if (template.holes().isEmpty() || !template.secrets().isEmpty()) {
            throw new MistakeException(
                    "`" + text + "` is no amount",
                    "write a whole number, a text with a hole and without a secret, or an address in the answer");
        }
        return template;
    }

    private static Price price(String text) throws MistakeException {
        var cost = COST.matcher(text);
        if (!cost.matches()) {
            throw new MistakeException("`" + text + "` is no price", "write `0.03 USD` or `20 USD/1000000 characters`");
        }
        if (!cost.group(2).equals(DOLLARS)) {
            throw new MistakeException(
                    "prices are compared in US dollars, and `" + text + "` is in " + cost.group(2),
                    "write what it is in USD");
        }
        try {
            var many = new BigDecimal(Optional.ofNullable(cost.group(3)).orElse("1"));
            return new Price(
                    new BigDecimal(cost.group(1)).divide(many),
                    Optional.ofNullable(cost.group(4)).orElse(Spending.REQUESTS));
        } catch (ArithmeticException _) {
            throw new MistakeException(
                    "`" + text + "` makes a price for one that never ends", "write it for 1000 or 1000000");
        }
    }
}
