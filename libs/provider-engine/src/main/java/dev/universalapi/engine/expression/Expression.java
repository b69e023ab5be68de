package dev.universalapi.engine.expression;

import dev.universalapi.engine.shape.Addresses;
import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where a value comes from, and what is done to it: alternatives, the first that is there counts.
public final class Expression {

    /// Where an alternative begins.
    public sealed interface Source {}

    /// A place in the body.
    public record Place(Address address) implements Source {}

    /// The name under which the element stands.
    public record Key() implements Source {}

    /// A header of the response.
    public record Header(String name) implements Source {}

    /// Nothing, or an empty list.
    public record None() implements Source {}

    /// A text with holes, or with none where it is written with `=`.
    public record Text(Template template) implements Source {}

    /// A component of the query.
    public record Asked(Component component) implements Source {}

    /// What a conversation knows beside the query.
    ///
    /// @param optional whether it may be missing
    public record Told(String name, boolean optional) implements Source {}

    /// One alternative.
    public record Alternative(Source source, List<Converter> converters) {}

    private final String written;
    private final List<Alternative> alternatives;

    Expression(String written, List<Alternative> alternatives) {
        this.written = written;
        this.alternatives = List.copyOf(alternatives);
    }

    public List<Alternative> alternatives() {
        return alternatives;
    }

    /// The last alternative: what is sent or answered when nothing else is there.
    public Alternative last() {
        return alternatives.getLast();
    }

    /// Whether ` or none` ends it: it may be missing.
    public boolean orNone() {
        return last().source() instanceof None;
    }

    /// Whether it can be missing in a request, given a query that is valid.
    public boolean mayBeMissing() {
        return alternatives.stream().allMatch(Expression::mayBeMissing);
    }

    private static boolean mayBeMissing(Alternative alternative) {
        var dropped = alternative.converters().stream().anyMatch(Converter::mayDrop);
        return dropped
                || switch (alternative.source()) {
                    case Asked asked -> asked.component().optional();
                    case Told told -> told.optional();
                    case Text text -> text.template().holes().stream().anyMatch(Expression::mayBeMissing);
                    case None _, Place _, Key _, Header _ -> true;
                };
    }

    /// All addresses in it, also those in holes and in converters.
    public List<Address> addresses() {
        var addresses = new ArrayList<Address>();
        for (var alternative : alternatives) {
            switch (alternative.source()) {
                case Place place -> addresses.add(place.address());
                case Text text -> text.template().holes().forEach(hole -> addresses.addAll(hole.addresses()));
                case Key _, Header _, None _, Asked _, Told _ -> {}
            }
            for (var converter : alternative.converters()) {
                var address = converter.address();
                if (address != null) {
                    addresses.add(address);
                }
            }
        }
        return addresses;
    }

    /// Whether any source in it, holes included, is as asked for.
    public boolean anySource(Predicate<Source> wanted) {
        return alternatives.stream()
                .map(Alternative::source)
                .anyMatch(source -> wanted.test(source)
                        || switch (source) {
                            case Text text -> text.template().holes().stream().anyMatch(hole -> hole.anySource(wanted));
                            case Place place ->
                                place.address().templates().stream()
                                        .flatMap(template -> template.holes().stream())
                                        .anyMatch(hole -> hole.anySource(wanted));
                            case Key _, Header _, None _, Asked _, Told _ -> false;
                        });
    }

    /// What it comes to, of whatever type.
    public Found find(Scope scope) {
        return find(scope, Found.Value::new);
    }

    /// What it comes to, read as a type: the first alternative that is there and can be read counts, else the
    /// last one's failure.
    public Found find(Scope scope, Function<Object, Found> reader) {
        var absent = true;
        Found last = Found.ABSENT;
        for (var alternative : alternatives) {
            last = read(convert(alternative, scope), reader);
            switch (last) {
                case Found.Value value -> {
                    return value;
                }
                case Found.Missing missing -> absent &= missing.absent();
                case Found.Unreadable _ -> absent = false;
            }
        }
        return last instanceof Found.Missing ? (absent ? Found.ABSENT : Found.BLANK) : last;
    }

    /// What it comes to as a part of a path: percent-encoded, unless a converter has done that.
    public Found inPath(Scope scope) {
        Found last = Found.BLANK;
        for (var alternative : alternatives) {
            last = convert(alternative, scope);
            if (last instanceof Found.Value(var value)) {
                var encoded = !alternative.converters().isEmpty()
                        && alternative.converters().getLast().encodes();
                return encoded ? last : new Found.Value(Addresses.encode(Written.text(value)));
            }
        }
        return last;
    }

    private static Found read(Found found, Function<Object, Found> reader) {
        return found instanceof Found.Value value ? reader.apply(value.value()) : found;
    }

    private static Found convert(Alternative alternative, Scope scope) {
        var found = start(alternative.source(), scope);
        for (var converter : alternative.converters()) {
            if (!(found instanceof Found.Value(var value))) {
                return found;
            }
            found = converter.apply(value, scope);
        }
        return found;
    }

    private static Found start(Source source, Scope scope) {
        return switch (source) {
            case Place place -> place.address().find(scope);
            case Key _ -> present(scope.key());
            case Header header ->
                scope.whole().headers().getOrDefault(header.name(), List.of()).stream()
                        .findFirst()
                        .map(Values::text)
                        .orElse(Found.ABSENT);
            case None _ -> Found.BLANK;
            case Text text -> text.template().fill(scope);
            case Asked asked -> present(asked.component().get(scope.whole().query()));
            case Told told -> present(scope.whole().known().values().get(told.name()));
        };
    }

    private static Found present(@Nullable Object value) {
        return value == null ? Found.BLANK : Values.of(value);
    }

    @Override
    public String toString() {
        return written;
    }
}
