package dev.universalapi.bench.stock;

import java.util.HashSet;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Comparisons of trees.
public final class Trees {
    private Trees() {}

    /// Equal, numbers by value (`1` is `1.0`), and what is null like what is not there.
    public static boolean equal(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue()) == 0;
        }
        if (left.isArray() && right.isArray()) {
            return left.size() == right.size()
                    && IntStream.range(0, left.size()).allMatch(i -> equal(left.get(i), right.get(i)));
        }
        if (left.isObject() && right.isObject()) {
            var names = new HashSet<>(left.propertyNames());
            names.addAll(right.propertyNames());
            return names.stream().allMatch(name -> equal(left.path(name), right.path(name)));
        }
        return nothing(left) ? nothing(right) : left.equals(right);
    }

    private static boolean nothing(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }
}
