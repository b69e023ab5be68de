package dev.universalapi.engine.expression;

import dev.universalapi.engine.body.Budget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A text with holes and, in requests, with secrets.
public final class Template {

    /// A piece of it.
    public sealed interface Part {}

    /// Text as it is.
    public record Words(String text) implements Part {}

    /// An expression to be evaluated.
    public record Hole(Expression expression) implements Part {}

    /// A key of the operator.
    ///
    /// @param fallback stands for it where it is not set
    /// @param optional whether the whole text is left out where it is not set
    public record Secret(String name, Optional<String> fallback, boolean optional) implements Part {

        /// Whether the provider is off without it.
        public boolean needed() {
            return fallback.isEmpty() && !optional;
        }
    }

    private final String written;
    private final List<Part> parts;
    private final @Nullable String constant;

    Template(String written, List<Part> parts) {
        this.written = written;
        this.parts = List.copyOf(parts);
        this.constant = parts.isEmpty()
                ? ""
                : parts.size() == 1 && parts.getFirst() instanceof Words words ? words.text() : null;
    }

    /// A text without holes.
    public static Template of(String text) {
        return new Template(text, text.isEmpty() ? List.of() : List.of(new Words(text)));
    }

    /// A text that ends with a secret.
    public static Template of(String text, Secret secret) {
        return new Template(text + "$" + secret.name(), List.of(new Words(text), secret));
    }

    public List<Part> parts() {
        return parts;
    }

    /// The whole text, if nothing in it changes.
    public @Nullable String constant() {
        return constant;
    }

    /// The expressions in its holes.
    public List<Expression> holes() {
        return parts.stream()
                .flatMap(part -> part instanceof Hole hole ? Stream.of(hole.expression()) : Stream.empty())
                .toList();
    }

    /// The secrets in it.
    public List<Secret> secrets() {
        return parts.stream()
                .filter(Secret.class::isInstance)
                .map(Secret.class::cast)
                .toList();
    }

    /// The text with its holes filled. One with a missing hole is missing; one that is a single hole keeps the
    /// type.
    public Found fill(Scope scope) {
        if (constant != null) {
            return new Found.Value(constant);
        }
        if (parts.size() == 1) {
            return fill(parts.getFirst(), scope);
        }
        var text = new StringBuilder();
        for (var part : parts) {
            switch (fill(part, scope)) {
                case Found.Value value -> {
                    var written = Values.text(value.value(), scope.whole().markup());
                    if (!(written instanceof Found.Value(String words))) {
                        return written;
                    }
                    text.append(words);
                    if (!Budget.fits(text.length())) {
                        return new Found.Unreadable(Budget.BEYOND);
                    }
                }
                case Found.Missing missing -> {
                    return missing;
                }
                case Found.Unreadable unreadable -> {
                    return unreadable;
                }
            }
        }
        return new Found.Value(text.toString());
    }

    /// One piece, filled.
    public static Found fill(Part part, Scope scope) {
        return switch (part) {
            case Words words -> new Found.Value(words.text());
            case Hole hole -> hole.expression().find(scope);
            case Secret secret ->
                scope.whole()
                        .secrets()
                        .apply(secret.name())
                        .or(secret::fallback)
                        .<Found>map(Found.Value::new)
                        .orElse(Found.ABSENT);
        };
    }

    @Override
    public String toString() {
        return written;
    }
}
