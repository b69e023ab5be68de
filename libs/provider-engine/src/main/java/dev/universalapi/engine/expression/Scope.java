package dev.universalapi.engine.expression;

import dev.universalapi.engine.body.Budget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Where an expression is evaluated: the response, the query, and the element it is about.
///
/// @param element what `/` is
/// @param key what `key` is
/// @param row in `columns`, which of them
/// @param inside whether it is an element of a list
public record Scope(
        Whole whole,
        JsonNode element,
        @Nullable String key,
        @Nullable Row row,
        boolean inside) {

    /// What is the same for a whole answer or request.
    ///
    /// @param top what `//` is
    /// @param markup whether the body is XML
    /// @param headers of the response, by lower-case name
    /// @param known beside the query
    /// @param secrets for requests; finds nothing for answers
    public record Whole(
            JsonNode top,
            boolean markup,
            Map<String, List<String>> headers,
            Record query,
            Known known,
            Function<String, Optional<String>> secrets,
            Budget budget) {}

    /// One row of columns that were found before.
    public record Row(Map<Address, Found> columns, int index) {

        Found at(Address address) {
            var found = columns.getOrDefault(address, Found.ABSENT);
            return found instanceof Found.Value(List<?> list)
                    ? index < list.size() && list.get(index) instanceof Object value ? Values.of(value) : Found.ABSENT
                    : found;
        }
    }

    /// For an answer, at its top.
    public static Scope answer(
            JsonNode top, boolean markup, Map<String, List<String>> headers, Record query, Known known) {
        var whole = new Whole(top, markup, headers, query, known, _ -> Optional.empty(), new Budget());
        return new Scope(whole, top, null, null, false);
    }

    /// For a request.
    public static Scope request(Record query, Known known, Function<String, Optional<String>> secrets) {
        var nothing = MissingNode.getInstance();
        var whole = new Whole(nothing, false, Map.of(), query, known, secrets, new Budget());
        return new Scope(whole, nothing, null, null, false);
    }

    /// For an element of a list.
    public Scope element(JsonNode node, @Nullable String name) {
        return new Scope(whole, node, name, null, true);
    }

    /// For a row of columns.
    public Scope row(JsonNode node, Map<Address, Found> columns, int index) {
        return new Scope(whole, node, null, new Row(columns, index), true);
    }
}
