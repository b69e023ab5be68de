package dev.universalapi.engine.mapping;

import dev.universalapi.engine.expression.Converter;
import dev.universalapi.engine.expression.Expression;
import dev.universalapi.engine.expression.Table;
import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Scalar;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.yaml.Mistakes;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks one expression of an answer against what it feeds.
final class AnswerCheck {
    private static final Set<String> KEEP_WORDS = Set.of("upper", "lower", "none");

    private final Mistakes mistakes;
    private final int line;
    private final String path;

    AnswerCheck(Mistakes mistakes, int line, String path) {
        this.mistakes = mistakes;
        this.line = line;
        this.path = path;
    }

    /// The expression of a component.
    void given(Expression expression, Component component, AnswerReader.Around around) {
        var shape = component.shape();
        if (holdsRecord(shape) && !(expression.alternatives().size() == 1 && expression.orNone())) {
            mistakes.add(
                    line,
                    path + " holds records",
                    shape instanceof Shape.RecordOf
                            ? "write a mapping"
                            : "write a mapping with `each`, `entries` or `columns`");
        }
        if (expression.anySource(Expression.None.class::isInstance) && !component.optional() && !component.plural()) {
            mistakes.add(line, path + " is required and cannot be none", "write ` or =…`, or leave ` or none` out");
        }
        if (around != AnswerReader.Around.ENTRIES && expression.anySource(Expression.Key.class::isInstance)) {
            mistakes.add(line, "`key` stands outside of `entries`", "use an address");
        }
        if (around != AnswerReader.Around.TOP) {
            fromTop(expression);
        }
        for (var alternative : expression.alternatives()) {
            alternative(alternative, shape, around == AnswerReader.Around.COLUMNS);
        }
    }

    /// The address behind `each`, `entries` or `columns`.
    void holder(String kind, Expression expression, boolean inList) {
        for (var alternative : expression.alternatives()) {
            var address = alternative.source() instanceof Expression.Place place ? place.address() : null;
            var none = alternative.source() instanceof Expression.None;
            if ((address == null && !none) || !alternative.converters().isEmpty()) {
                mistakes.add(
                        line,
                        "`" + kind + "` of " + path + " is no address",
                        "write an address, and ` or none` where it may be absent");
            }
            if (address != null && inList && address.fromTop()) {
                mistakes.add(line, "a list in a list begins at the top", "begin it at the element, with one `/`");
            }
            if (address != null && !kind.equals("each") && address.stars() > 0) {
                mistakes.add(line, "`" + kind + "` of " + path + " finds several", "leave the `*` out");
            }
        }
    }

    private void fromTop(Expression expression) {
        for (var address : expression.addresses()) {
            if (address.fromTop() && !address.plain()) {
                mistakes.add(
                        line,
                        "`" + address + "` would be searched for every element",
                        "inside a list `//` takes neither `*` nor a select");
            }
        }
    }

    private void alternative(Expression.Alternative alternative, Shape shape, boolean column) {
        var converters = alternative.converters();
        var joined = converters.stream().anyMatch(converter -> converter.name().equals("join"));
        var starred = alternative.source() instanceof Expression.Place place
                && place.address().stars() > 0;
        if (starred && !joined && !column && !(shape instanceof Shape.ListOf)) {
            mistakes.add(
                    line,
                    "a `*` finds a list, and " + path + " is none",
                    "add ` | join:\", \"`, or take one by its index");
        }
        if (!converters.isEmpty()) {
            var last = converters.getLast();
            var element = shape instanceof Shape.ListOf list && !joined ? list.element() : shape;
            if (!fits(last.kind(), element, shape)) {
                mistakes.add(
                        line,
                        "`" + last.name() + "` does not make what " + path + " is",
                        "end with a converter that does");
            }
            constants(feeding(converters), element);
        }
    }

    /// The table whose words arrive, whatever is done to their letters.
    private static @Nullable Table feeding(List<Converter> converters) {
        Table table = null;
        for (var converter : converters) {
            table = converter.table() != null || !KEEP_WORDS.contains(converter.name()) ? converter.table() : table;
        }
        return table;
    }

    private void constants(@Nullable Table table, Shape shape) {
        if (table != null && shape instanceof Shape.Choice choice) {
            for (var ours : table.theirs().keySet()) {
                unknown(choice, table, ours);
            }
            table.otherwise().ifPresent(ours -> unknown(choice, table, ours));
        }
    }

    private void unknown(Shape.Choice choice, Table table, String ours) {
        if (!choice.names().contains(ours)) {
            mistakes.add(
                    line,
                    "`" + ours + "` of the table " + table.name() + " is no constant of " + path,
                    "use " + String.join(", ", choice.names()));
        }
    }

    private static boolean fits(Converter.Kind kind, Shape element, Shape whole) {
        return switch (kind) {
            case TEXT, LISTED, LOCAL -> true;
            case LIST -> whole instanceof Shape.ListOf;
            case INSTANT -> element instanceof Shape.One one && one.scalar().temporal();
            case NUMBER ->
                element instanceof Shape.One one
                        && (one.scalar().numeric() || one.scalar() == Scalar.TEXT || one.scalar() == Scalar.YEAR);
        };
    }

    private static boolean holdsRecord(Shape shape) {
        return switch (shape) {
            case Shape.RecordOf _ -> true;
            case Shape.ListOf list -> holdsRecord(list.element());
            case Shape.MapOf map -> holdsRecord(map.element());
            case Shape.One _, Shape.Choice _ -> false;
        };
    }
}
