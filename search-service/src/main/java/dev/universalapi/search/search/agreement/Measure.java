package dev.universalapi.search.search.agreement;

import dev.universalapi.search.search.source.Found.Fact;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Where the answer of an operation tells a number that another operation's tells too, and one search may ask both.
///
/// Of all operations that universal search knows these two alone are asked together and tell the same number: of all
/// others in a group only one is asked, and groups that are asked together tell different things.
///
/// @param field the name of the number
/// @param list where the elements are; an empty pointer where the answer is one
/// @param thing of an element, by what it goes with the currency
/// @param number of an element
record Measure(String field, JsonPointer list, JsonPointer thing, JsonPointer number) {
    private static final JsonPointer CURRENCY = JsonPointer.compile("/currency");

    /// By operation.
    static final Map<String, Measure> ALL =
            Map.of("crypto/price", of("price", "", "/symbol"), "crypto/market", of("price", "/coins", "/symbol"));

    /// One number.
    record Told(String field, String of, BigDecimal number) {
        boolean isOfTheSameAs(Told other) {
            return field.equals(other.field) && of.equals(other.of);
        }
    }

    private static Measure of(String field, String list, String thing) {
        return new Measure(
                field, JsonPointer.compile(list), JsonPointer.compile(thing), JsonPointer.compile("/" + field));
    }

    /// The numbers in a fact.
    static List<Told> in(Fact fact) {
        return Optional.ofNullable(ALL.get(fact.source().operation())).stream()
                .flatMap(measure -> measure.told(fact.data()))
                .toList();
    }

    private Stream<Told> told(JsonNode data) {
        var currency = data.at(CURRENCY).asString("");
        var all = data.at(list);
        return (all.isArray() ? all.valueStream() : Stream.of(all))
                .filter(element -> element.at(number).isNumber())
                .map(element -> new Told(
                        field,
                        element.at(thing).asString("") + "/" + currency,
                        element.at(number).decimalValue()));
    }
}
