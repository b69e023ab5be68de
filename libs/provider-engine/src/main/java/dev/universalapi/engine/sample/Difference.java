package dev.universalapi.engine.sample;

import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// How one JSON differs from another; null and absent are the same, numbers are compared as numbers.
final class Difference {

    private Difference() {}

    static Optional<String> of(String where, JsonNode wanted, JsonNode got) {
        if (wanted.isObject() && got.isObject()) {
            var names = new TreeSet<>(wanted.propertyNames());
            names.addAll(got.propertyNames());
            return names.stream()
                    .flatMap(name -> of(where + "." + name, wanted.path(name), got.path(name)).stream())
                    .findFirst();
        }
        if (wanted.isArray() && got.isArray()) {
            return list(where, wanted, got);
        }
        return same(wanted, got)
                ? Optional.empty()
                : Optional.of(where + " is " + shown(got) + ", expected " + shown(wanted));
    }

    private static Optional<String> list(String where, JsonNode wanted, JsonNode got) {
        if (wanted.size() != got.size()) {
            return Optional.of(where + " has " + got.size() + " elements, expected " + wanted.size());
        }
        for (int i = 0; i < wanted.size(); i++) {
            var difference = of(where + "/" + i, wanted.get(i), got.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static boolean same(JsonNode wanted, JsonNode got) {
        if (nothing(wanted) || nothing(got)) {
            return nothing(wanted) && nothing(got);
        }
        return wanted.isNumber() && got.isNumber()
                ? wanted.decimalValue().compareTo(got.decimalValue()) == 0
                : wanted.equals(got);
    }

    private static boolean nothing(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }

    private static String shown(JsonNode node) {
        return nothing(node) ? "null" : node.toString();
    }
}
