package dev.universalapi.engine.request;

import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Numbers;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.shape.Written;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What a provider can answer, of one component: a number's value, a text's length, a list's size, or one of
/// some values.
public sealed interface Accept {

    /// Why the query is not accepted; empty if it is. What is missing is accepted.
    Optional<String> refuses(Record query);

    /// Between two bounds, both included; empty for none.
    record Between(Component component, Optional<BigDecimal> least, Optional<BigDecimal> most) implements Accept {

        @Override
        public Optional<String> refuses(Record query) {
            var value = component.get(query);
            if (value == null) {
                return Optional.empty();
            }
            var size = size(value);
            var fits = least.map(bound -> size.compareTo(bound) >= 0).orElse(true)
                    && most.map(bound -> size.compareTo(bound) <= 0).orElse(true);
            return fits ? Optional.empty() : Optional.of(reason(size));
        }

        private static BigDecimal size(Object value) {
            return switch (value) {
                case List<?> list -> BigDecimal.valueOf(list.size());
                case String text -> BigDecimal.valueOf(text.length());
                default -> Numbers.exact(value) instanceof BigDecimal number ? number : BigDecimal.ZERO;
            };
        }

        private String reason(BigDecimal size) {
            var range = least.map(BigDecimal::toPlainString).orElse("") + ".."
                    + most.map(BigDecimal::toPlainString).orElse("");
            var what =
                    component.shape() instanceof Shape.One one && one.scalar().numeric() ? "" : "the size of ";
            return what + component.name() + " must be in " + range + ", was " + size.toPlainString();
        }
    }

    /// One of these values, and none but missing where there are none; of a list, every element.
    record OneOf(Component component, List<String> values) implements Accept {

        @Override
        public Optional<String> refuses(Record query) {
            var value = component.get(query);
            var all = value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
            return all.stream()
                    .filter(one -> values.stream().noneMatch(listed -> same(listed, one)))
                    .<String>map(one -> component.name() + " must be "
                            + (values.isEmpty() ? "left out" : "one of " + String.join(", ", values)) + ", was "
                            + Written.text(one))
                    .findFirst();
        }

        private static boolean same(String listed, Object value) {
            if (value instanceof Enum<?> constant) {
                return Shape.Choice.plain(listed).equals(Shape.Choice.plain(constant.name()));
            }
            return listed.equals(Written.text(value))
                    || (value instanceof Number
                            && Numbers.exact(listed) instanceof BigDecimal number
                            && Numbers.exact(value) instanceof BigDecimal other
                            && number.compareTo(other) == 0);
        }
    }
}
