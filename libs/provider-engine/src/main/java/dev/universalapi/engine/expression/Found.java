package dev.universalapi.engine.expression;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What an expression comes to.
public sealed interface Found {

    /// A value: text, number, truth, time, address, constant, list, or a part of the body.
    record Value(Object value) implements Found {}

    /// Nothing is there.
    ///
    /// @param absent whether no member of that name exists at all, rather than one that is null or blank
    record Missing(boolean absent) implements Found {}

    /// Something is there, and it cannot be read.
    record Unreadable(String why) implements Found {}

    /// No member of that name.
    Missing ABSENT = new Missing(true);

    /// Null or blank.
    Missing BLANK = new Missing(false);

    /// Shows a value in a message, cut where it is long.
    static String show(Object value) {
        if (Values.plural(value)) {
            return "a list";
        }
        if (value instanceof Map<?, ?> || (value instanceof JsonNode node && node.isObject())) {
            return "an object";
        }
        var text = value.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
