package dev.universalapi.search.search.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A text with places to fill: `{place.name}` by what a query says, `{/title}` by what an answer says. `{a|b}` takes
/// the first that is there; with `?` at its end it may be nothing, otherwise the whole text is nothing without it. What
/// stands in `[…]` is left out whole where something in it is not there.
record Wording(List<Part> parts) {
    Wording {
        parts = List.copyOf(parts);
    }

    /// A part of it.
    sealed interface Part {}

    /// What stands there as it is.
    record Literal(String text) implements Part {}

    /// What is filled in.
    ///
    /// @param names tried in this order: of a [Value], or a JSON pointer
    record Blank(List<String> names, boolean optional) implements Part {
        public Blank {
            names = List.copyOf(names);
        }
    }

    /// What is left out whole where something in it is not there.
    record Group(Wording wording) implements Part {}

    /// Reads it.
    ///
    /// @throws IllegalArgumentException if a bracket is not closed, or nothing stands in a brace
    static Wording of(String written) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < written.length()) {
            int open = opening(written, at);
            if (open > at) {
                parts.add(new Literal(written.substring(at, open)));
            }
            at = open;
            if (open < written.length()) {
                boolean brace = written.charAt(open) == '{';
                int close = written.indexOf(brace ? '}' : ']', open);
                if (close < open + 2) {
                    throw new IllegalArgumentException("`" + written + "` has a bracket that is empty or not closed");
                }
                var inside = written.substring(open + 1, close);
                parts.add(brace ? blank(inside) : new Group(of(inside)));
                at = close + 1;
            }
        }
        return new Wording(parts);
    }

    private static int opening(String written, int from) {
        int at = from;
        while (at < written.length() && written.charAt(at) != '{' && written.charAt(at) != '[') {
            at++;
        }
        return at;
    }

    private static Blank blank(String inside) {
        var optional = inside.endsWith("?");
        var names = optional ? inside.substring(0, inside.length() - 1) : inside;
        return new Blank(List.of(names.split("\\|", -1)), optional);
    }

    /// What can be filled in anywhere in it.
    Stream<String> names() {
        return parts.stream().flatMap(part -> switch (part) {
            case Literal _ -> Stream.<String>empty();
            case Blank(var names, var _) -> names.stream();
            case Group(var wording) -> wording.names();
        });
    }

    /// The places in it, but for those of groups.
    Stream<Blank> blanks() {
        return parts.stream().filter(Blank.class::isInstance).map(Blank.class::cast);
    }

    /// The whole text; empty where something needed is not there, or nothing is.
    ///
    /// @param values by name; null for what is not there
    Optional<String> fill(Function<String, @Nullable String> values) {
        var text = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Literal(var written) -> text.append(written);
                case Group(var wording) -> wording.fill(values).ifPresent(text::append);
                case Blank(var names, var optional) -> {
                    var value = first(names, values);
                    if (value == null && !optional) {
                        return Optional.empty();
                    }
                    if (value != null) {
                        text.append(value);
                    } else if (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
                        text.setLength(text.length() - 1);
                    }
                }
            }
        }
        return text.toString().isBlank() ? Optional.empty() : Optional.of(text.toString());
    }

    private static @Nullable String first(List<String> names, Function<String, @Nullable String> values) {
        for (var name : names) {
            var value = values.apply(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
