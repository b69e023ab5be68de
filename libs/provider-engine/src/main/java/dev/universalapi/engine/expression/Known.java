package dev.universalapi.engine.expression;

import dev.universalapi.engine.page.Position;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a conversation with a provider knows beside the query.
///
/// @param values by name: where in a list it is, and what was taken from the call before
/// @param position where in a list it is
public record Known(Map<String, Object> values, Position position) {
    /// Nothing, at the beginning.
    public static final Known NOTHING = new Known(Map.of(), Position.START);

    public Known {
        values = Map.copyOf(values);
    }

    /// The same, and more.
    public Known with(Map<String, Object> more) {
        var all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new Known(all, position);
    }
}
