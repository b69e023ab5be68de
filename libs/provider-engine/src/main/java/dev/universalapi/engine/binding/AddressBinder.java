package dev.universalapi.engine.binding;

import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One reading of parameters.
public final class AddressBinder extends Binder {
    private final Map<String, List<String>> parameters;

    public AddressBinder(Wanted wanted, Map<String, List<String>> parameters) {
        super(wanted, "query");
        this.parameters = parameters;
    }

    @Override
    @Nullable
    Object[] values() {
        var components = wanted.query().components();
        var values = new @Nullable Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(components.get(i));
        }
        parameters.keySet().stream()
                .filter(name -> wanted.query().component(name).isEmpty())
                .forEach(name -> refuseUnknown(name, wanted.query()));
        return values;
    }

    @Override
    String wantsObject() {
        return "an object, which an address cannot hold";
    }

    @Override
    String wantsList() {
        return "a list parted by commas, each ";
    }

    private @Nullable Object read(Component component) {
        var name = component.name();
        var sent = parameters.getOrDefault(name, List.of());
        if (sent.size() > 1) {
            return refuse(name, "must be given once, was given " + sent.size() + " times");
        }
        var preset = wanted.preset().apply(component);
        var text = sent.isEmpty() ? preset : sent.getFirst();
        if (text == null) {
            return component.optional() ? null : refuseMissing(name, component.shape());
        }
        show(name, text);
        var value = read(component.shape(), text);
        return value == null ? refuseValue(name, component.shape()) : value;
    }

    /// A text as a value of that shape, or null.
    public static @Nullable Object read(Shape shape, String text) {
        return switch (shape) {
            case Shape.One one -> one.scalar().read(text);
            case Shape.Choice choice -> choice.find(text).orElse(null);
            case Shape.ListOf list -> {
                var elements = new ArrayList<Object>();
                for (var part : text.split(",", -1)) {
                    var element = read(list.element(), part.strip());
                    if (element == null) {
                        yield null;
                    }
                    elements.add(element);
                }
                yield List.copyOf(elements);
            }
            case Shape.MapOf _, Shape.RecordOf _ -> null;
        };
    }
}
