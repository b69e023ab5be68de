package dev.universalapi.engine.expression;

import dev.universalapi.engine.shape.Numbers;
import dev.universalapi.engine.shape.Written;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Their values and ours, side by side.
///
/// @param ours by theirs, as [#plain] writes it
/// @param theirs by ours, the first of each
/// @param otherwise what everything else is, where `else` is listed
public record Table(String name, Map<String, String> ours, Map<String, Object> theirs, Optional<String> otherwise) {

    /// A value of theirs, so that `1`, `1.0` and `"1"` are the same.
    public static String plain(Object value) {
        return Numbers.exact(value) instanceof BigDecimal number ? Written.text(number) : Written.text(value);
    }

    Found toOurs(Object value) {
        var found = ours.get(plain(value));
        return found != null
                ? new Found.Value(found)
                : otherwise.<Found>map(Found.Value::new).orElseGet(() -> unlisted(value));
    }

    Found toTheirs(Object value) {
        var name = value instanceof Enum<?> constant ? constant.name() : Written.text(value);
        @Nullable Object found = theirs.get(name);
        return found == null ? unlisted(name) : new Found.Value(found);
    }

    private Found unlisted(Object value) {
        return new Found.Unreadable(Found.show(value) + " is not listed in the table " + name);
    }
}
