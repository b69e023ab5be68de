package dev.universalapi.engine.operation;

import dev.universalapi.engine.binding.AddressBinder;
import dev.universalapi.engine.binding.Binder;
import dev.universalapi.engine.shape.Component;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What the parameters of an address or a JSON body come to: a query, or everything that is wrong with them.
public sealed interface Binding {

    /// They make a query.
    record Bound(Record query) implements Binding {}

    /// They do not.
    record Refused(List<Violation> violations) implements Binding {}

    /// One thing that is wrong.
    ///
    /// @param parameter the name as sent; in a body the way to it, `messages.0.role`
    /// @param detail names the field, the bound and the value: `latitude must be at most 90, was 95`
    /// @param in where it stood: `query` or `body`
    record Violation(String parameter, String detail, String in) {}

    /// What a reading comes to.
    static Binding of(OperationType type, Binder binder) {
        return binder.bind()
                .<Binding>map(query -> new Bound(type.canonical(query)))
                .orElseGet(() -> new Refused(binder.faults().stream()
                        .map(fault -> new Violation(fault.parameter(), fault.detail(), binder.in()))
                        .toList()));
    }

    /// What a component is when the caller leaves it out.
    ///
    /// @throws IllegalArgumentException if what is declared is none of its values
    static Optional<Object> preset(Component component) {
        var declared = component.declared().getAnnotation(Default.class);
        if (declared == null) {
            return Optional.empty();
        }
        var value = AddressBinder.read(component.shape(), declared.value());
        if (value == null) {
            throw new IllegalArgumentException(component.declared() + " cannot be " + declared.value());
        }
        return Optional.of(value);
    }

    /// A text as the JSON of a type, as schemas show defaults and examples.
    static JsonNode json(Class<?> type, String text) {
        var numeric = type.isPrimitive() || Number.class.isAssignableFrom(type);
        if (type == boolean.class || type == Boolean.class) {
            return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text));
        }
        return numeric
                ? JsonNodeFactory.instance.numberNode(new BigDecimal(text))
                : JsonNodeFactory.instance.stringNode(text);
    }
}
