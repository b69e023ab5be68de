package dev.universalapi.engine.request;

import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Numbers;
import dev.universalapi.engine.shape.Scalar;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `accepts`.
public final class AcceptReader {
    private static final Pattern RANGE = Pattern.compile("(-?[0-9.]*[0-9])?\\.\\.(-?[0-9]+(?:\\.[0-9]+)?)?");

    private AcceptReader() {}

    /// What a provider accepts of a query.
    public static List<Accept> read(Yaml.Entries operation, Shape.RecordOf query, Mistakes mistakes) {
        var declared = operation.entries("accepts");
        var accepts = new ArrayList<Accept>();
        declared.values().forEach((name, value) -> {
            var component = query.component(name);
            if (component.isEmpty()) {
                var names = query.components().stream().map(Component::name).toList();
                mistakes.add(
                        declared.line(name),
                        "the query has no `" + name + "`",
                        "use one of " + String.join(", ", names));
            } else {
                read(component.get(), value, mistakes).ifPresent(accepts::add);
            }
        });
        return List.copyOf(accepts);
    }

    private static Optional<Accept> read(Component component, Yaml where, Mistakes mistakes) {
        if (where instanceof Yaml.Items list) {
            var values = list.items().stream().map(Yaml::text).toList();
            unknown(component.shape(), values)
                    .ifPresent(value -> mistakes.add(
                            where.line(),
                            "`" + value + "` is none of the constants of `" + component.name() + "`",
                            "use those of the contract"));
            if (values.isEmpty() && !component.optional() && !component.plural()) {
                mistakes.add(
                        where.line(),
                        "`" + component.name() + "` is never left out, and no value of it is accepted",
                        "list those it takes, or leave the operation out");
            }
            return Optional.of(new Accept.OneOf(component, values));
        }
        var range = RANGE.matcher(where.text());
        if (!range.matches() || where.text().equals("..")) {
            mistakes.add(where.line(), "`" + where.text() + "` accepts nothing", "write a..b, ..b, a.. or [ values ]");
            return Optional.empty();
        }
        var least = number(range.group(1));
        var most = number(range.group(2));
        if (least.isEmpty() != (range.group(1) == null) || most.isEmpty() != (range.group(2) == null)) {
            mistakes.add(
                    where.line(), "`" + where.text() + "` has a bound that is no number", "write it in plain digits");
        }
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            mistakes.add(where.line(), "`" + where.text() + "` accepts nothing", "write the lesser bound first");
        }
        if (!measurable(component.shape())) {
            mistakes.add(where.line(), "`" + component.name() + "` has no size", "write [ values ]");
        }
        return Optional.of(new Accept.Between(component, least, most));
    }

    private static Optional<BigDecimal> number(@Nullable String text) {
        return text == null ? Optional.empty() : Optional.ofNullable(Numbers.exact(text));
    }

    private static boolean measurable(Shape shape) {
        return switch (shape) {
            case Shape.One one -> one.scalar().numeric() || one.scalar() == Scalar.TEXT;
            case Shape.ListOf _ -> true;
            case Shape.Choice _, Shape.MapOf _, Shape.RecordOf _ -> false;
        };
    }

    private static Optional<String> unknown(Shape shape, List<String> values) {
        return switch (shape) {
            case Shape.Choice choice ->
                values.stream().filter(value -> choice.find(value).isEmpty()).findFirst();
            case Shape.ListOf list -> unknown(list.element(), values);
            case Shape.One _, Shape.MapOf _, Shape.RecordOf _ -> Optional.empty();
        };
    }
}
