package dev.universalapi.engine.expression;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is done to a value that is there. The 18 of the language are made by [Converters].
///
/// @param name as written
/// @param step for one value
/// @param kind what comes out
/// @param address where its argument is, when that is an address
/// @param table the table that it looks into
public record Converter(
        String name,
        Step step,
        Kind kind,
        @Nullable Address address,
        @Nullable Table table) {

    private static final Set<String> MAY_DROP = Set.of("none", "words", "plain", "last-part", "base64");

    /// What comes out of a converter, as far as it can be known before.
    public enum Kind {
        TEXT,
        NUMBER,
        /// A moment.
        INSTANT,
        /// A date or a time of no zone; a text where a time went in.
        LOCAL,
        LIST,
        /// One of ours, or one of theirs.
        LISTED
    }

    /// The conversion of one value, which is never missing.
    @FunctionalInterface
    public interface Step {
        Found convert(Object value, Scope scope);
    }

    static Converter of(String name, Kind kind, Step step) {
        return new Converter(name, step, kind, null, null);
    }

    /// Whether what is there may become missing.
    boolean mayDrop() {
        return MAY_DROP.contains(name);
    }

    /// Whether its text is percent-encoded already.
    public boolean encodes() {
        return name.equals("url") || name.equals("path");
    }

    Found apply(Object value, Scope scope) {
        var markup = scope.whole().markup();
        if (name.equals("join")) {
            return step.convert(value, scope);
        }
        if (Values.plural(value)) {
            return Values.each(value, one -> single(one, scope, markup));
        }
        return single(value, scope, markup);
    }

    private Found single(Object value, Scope scope, boolean markup) {
        var simple = Values.simple(value, markup);
        return simple instanceof Found.Value(var one) ? step.convert(one, scope) : simple;
    }
}
