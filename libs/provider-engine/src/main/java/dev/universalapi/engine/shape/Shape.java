package dev.universalapi.engine.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The type of a component of a contract, looked up once so that no value needs reflection.
public sealed interface Shape {

    /// The shape of a contract's record. Of a `Binary` it has the content type alone: no manifest makes its bytes,
    /// and no JSON holds them.
    ///
    /// @throws IllegalArgumentException if a component is of a type that contracts may not have
    static RecordOf of(Class<? extends Record> type) {
        return Shapes.of(type);
    }

    /// One value.
    record One(Scalar scalar) implements Shape {}

    /// One constant of an enum; `constants` has them by their name without `-`, `_`, blanks and case.
    record Choice(Class<?> type, Map<String, Enum<?>> constants) implements Shape {

        /// The constant that a text means.
        public Optional<Enum<?>> find(String text) {
            return Optional.ofNullable(constants.get(plain(text)));
        }

        /// As its owner wrote it, in upper case.
        public List<String> names() {
            return constants.values().stream().<String>map(Enum::name).toList();
        }

        /// A name without `-`, `_`, blanks and case.
        public static String plain(String text) {
            var plain = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                if (letter != '-' && letter != '_' && letter != ' ') {
                    plain.append(letter);
                }
            }
            return plain.toString().toLowerCase(Locale.ROOT);
        }
    }

    /// A list.
    record ListOf(Shape element) implements Shape {}

    /// An object whose names are data.
    record MapOf(Shape element) implements Shape {}

    /// A record of a contract.
    record RecordOf(Class<? extends Record> type, List<Component> components, Canonical canonical) implements Shape {

        /// The component of that name.
        public Optional<Component> component(String name) {
            return components.stream().filter(c -> c.name().equals(name)).findFirst();
        }

        /// A record of these values, one a component, each of the component's type.
        public Record make(@Nullable Object[] values) {
            return canonical.make(values);
        }

        /// The values of a record by name, in order, without those that are null.
        public Map<String, Object> values(Record from) {
            var values = new LinkedHashMap<String, Object>();
            for (var component : components) {
                var value = component.get(from);
                if (value != null) {
                    values.put(component.name(), value);
                }
            }
            return values;
        }

        /// With empty lists and maps, and null for the rest.
        public Record empty() {
            var values = new ArrayList<Object>();
            for (var component : components) {
                values.add(
                        switch (component.shape()) {
                            case ListOf _ -> List.of();
                            case MapOf _ -> Map.of();
                            case One _, Choice _, RecordOf _ -> null;
                        });
            }
            return canonical.make(values.toArray());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RecordOf that && type.equals(that.type);
        }

        @Override
        public int hashCode() {
            return type.hashCode();
        }
    }
}
