package dev.universalapi.engine.input;

import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The queries of an operation, told apart by their meaning alone.
public final class Input {
    private final Shape.RecordOf shape;
    private final List<Part> parts;
    private final List<Part> byName;

    private Input(Shape.RecordOf shape, List<Part> parts) {
        this.shape = shape;
        this.parts = parts;
        this.byName = parts.stream()
                .sorted(Comparator.comparing(part -> part.component.name()))
                .toList();
    }

    /// The input of a query record.
    ///
    /// @param preset what a component is when it is left out
    /// @throws IllegalArgumentException if a component declares what its type cannot have
    public static Input of(Shape.RecordOf shape, Function<Component, Optional<Object>> preset) {
        return new Input(
                shape,
                shape.components().stream()
                        .map(component -> part(component, preset))
                        .toList());
    }

    /// The query that stands for all that mean the same; itself, where it does.
    public Record canonical(Record query) {
        var values = new @Nullable Object[parts.size()];
        var same = true;
        for (int i = 0; i < values.length; i++) {
            var value = parts.get(i).component.get(query);
            values[i] = value == null ? null : parts.get(i).canonical(value);
            same &= value == null || value.equals(values[i]);
        }
        return same ? query : shape.make(values);
    }

    /// One text for all queries that mean the same, another for every other: components by name, without those
    /// that are null or at their default.
    public String text(Record query) {
        var text = new StringBuilder(64);
        write(query, text);
        return text.toString();
    }

    private void write(Record query, StringBuilder text) {
        text.append('{');
        for (var part : byName) {
            var value = part.component.get(query);
            var canonical = value == null ? null : part.canonical(value);
            if (canonical != null && !canonical.equals(part.preset)) {
                text.append(part.component.name()).append(':');
                part.write(canonical, text);
                text.append(',');
            }
        }
        text.append('}');
    }

    private static Part part(Component component, Function<Component, Optional<Object>> preset) {
        var wording = Wording.of(component);
        var inner = inner(component.shape(), preset);
        var part = new Part(component, wording, component.declared().isAnnotationPresent(Unordered.class), inner, null);
        return preset.apply(component)
                .map(value -> new Part(component, wording, part.unordered, inner, part.canonical(value)))
                .orElse(part);
    }

    private static @Nullable Input inner(Shape shape, Function<Component, Optional<Object>> preset) {
        return switch (shape) {
            case Shape.RecordOf record -> of(record, preset);
            case Shape.ListOf list -> inner(list.element(), preset);
            case Shape.MapOf map -> inner(map.element(), preset);
            case Shape.One _, Shape.Choice _ -> null;
        };
    }

    /// One component.
    ///
    /// @param inner of the records in it, where it holds records
    /// @param preset what it is when it is left out
    private record Part(
            Component component,
            Wording wording,
            boolean unordered,
            @Nullable Input inner,
            @Nullable Object preset) {

        Object canonical(Object value) {
            return switch (value) {
                case List<?> list -> unordered ? sorted(list) : each(list);
                case Map<?, ?> map -> {
                    var sorted = new TreeMap<String, Object>();
                    map.forEach((name, element) -> sorted.put(name.toString(), canonical(element)));
                    yield sorted;
                }
                case Record record when inner != null -> inner.canonical(record);
                default -> wording.canonical(value);
            };
        }

        private List<Object> each(List<?> list) {
            var elements = new ArrayList<Object>(list.size());
            list.forEach(element -> elements.add(canonical(element)));
            return List.copyOf(elements);
        }

        private List<Object> sorted(List<?> list) {
            var elements = each(list);
            var texts = elements.stream().map(this::text).toList();
            return IntStream.range(0, elements.size())
                    .boxed()
                    .sorted(Comparator.comparing(texts::get))
                    .map(elements::get)
                    .toList();
        }

        private String text(Object value) {
            var text = new StringBuilder();
            write(value, text);
            return text.toString();
        }

        void write(Object value, StringBuilder text) {
            switch (value) {
                case List<?> list -> {
                    text.append('[');
                    for (var element : list) {
                        write(element, text);
                        text.append(',');
                    }
                    text.append(']');
                }
                case Map<?, ?> map -> {
                    text.append('{');
                    map.forEach((name, element) -> {
                        Quoted.append(name.toString(), text);
                        text.append(':');
                        write(element, text);
                        text.append(',');
                    });
                    text.append('}');
                }
                case Record record when inner != null -> inner.write(record, text);
                default -> Quoted.value(value, text);
            }
        }
    }
}
