package dev.universalapi.engine.mapping;

import dev.universalapi.engine.expression.Address;
import dev.universalapi.engine.expression.Expression;
import dev.universalapi.engine.expression.Found;
import dev.universalapi.engine.expression.Scope;
import dev.universalapi.engine.expression.Values;
import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes a part of an answer straight into the contract's records.
public sealed interface Maker {

    /// Makes it of what the scope sees.
    Made make(Scope scope, Tally tally);

    /// Counts over a whole answer.
    final class Tally {
        private int leftOut;
        private int listed = -1;

        int leftOut() {
            return leftOut;
        }

        /// How many elements the longest list at the top had; -1 if there is none.
        int listed() {
            return listed;
        }

        void list(int size) {
            listed = Math.max(listed, size);
        }

        void leaveOut() {
            leftOut++;
        }
    }

    /// A component given by an expression.
    ///
    /// @param path where it is in the answer, for messages
    record Given(String path, Expression expression, Shape shape) implements Maker {

        @Override
        public Made make(Scope scope, Tally tally) {
            return switch (expression.find(scope, value -> Readers.read(value, shape, scope))) {
                case Found.Value there -> new Made.Whole(there.value());
                case Found.Unreadable unreadable -> new Made.Spoilt(false, path + ": " + unreadable.why());
                case Found.Missing missing -> {
                    var nothing = expression.orNone() ? Readers.nothing(shape) : null;
                    yield nothing == null
                            ? new Made.Lacking(missing.absent(), path + " is missing")
                            : new Made.Whole(nothing);
                }
            };
        }
    }

    /// A record, component by component; empty for a component that is left out.
    record Nested(Shape.RecordOf shape, List<Optional<Maker>> components) implements Maker {

        @Override
        public Made make(Scope scope, Tally tally) {
            var values = new @Nullable Object[components.size()];
            Made.@Nullable Lacking lacking = null;
            for (int i = 0; i < values.length; i++) {
                var maker = components.get(i).orElse(null);
                if (maker == null) {
                    continue;
                }
                switch (maker.make(scope, tally)) {
                    case Made.Whole whole -> values[i] = whole.value();
                    case Made.Spoilt spoilt -> {
                        return spoilt;
                    }
                    case Made.Lacking lacks -> lacking = add(lacking, lacks, i);
                }
            }
            return lacking == null ? new Made.Whole(shape.make(values)) : lacking;
        }

        private Made.@Nullable Lacking add(Made.@Nullable Lacking before, Made.Lacking lacks, int index) {
            if (shape.components().get(index).optional()) {
                return before;
            }
            return before == null ? lacks : new Made.Lacking(before.absent() && lacks.absent(), before.why());
        }
    }

    /// The elements of a list, or those of several run together.
    ///
    /// @param limit the component of the query that says where it is cut
    record Each(String path, Expression where, Nested element, Optional<Component> limit) implements Maker {

        @Override
        public Made make(Scope scope, Tally tally) {
            var found = where.find(scope);
            if (!(found instanceof Found.Value(var list))) {
                return Elements.none(path, where, found);
            }
            var elements = new Elements(path, element, limit, scope, tally);
            for (var one : Values.elements(list)) {
                var several = where.alternatives().stream().anyMatch(Each::starred)
                        && one instanceof JsonNode node
                        && node.isArray();
                for (var part : several ? Values.elements(one) : List.of(one)) {
                    elements.add(scope.element(Readers.node(part), null));
                }
            }
            return elements.list();
        }

        private static boolean starred(Expression.Alternative alternative) {
            return alternative.source() instanceof Expression.Place place
                    && place.address().stars() > 0;
        }
    }

    /// The values of an object whose names are data.
    ///
    /// @param map whether they keep their names
    record Entries(String path, Expression where, Nested element, boolean map, Optional<Component> limit)
            implements Maker {

        @Override
        public Made make(Scope scope, Tally tally) {
            var found = where.find(scope);
            if (!(found instanceof Found.Value(var there))) {
                return Elements.none(path, where, found);
            }
            if (!(there instanceof JsonNode node && node.isObject())) {
                return new Made.Spoilt(false, path + ": " + Found.show(there) + " is no object");
            }
            var elements = new Elements(path, element, limit, scope, tally);
            var names = new ArrayList<String>();
            for (var entry : node.properties()) {
                if (elements.add(scope.element(entry.getValue(), entry.getKey()))) {
                    names.add(entry.getKey());
                }
            }
            return map && elements.list() instanceof Made.Whole(List<?> values)
                    ? named(names, values)
                    : elements.list();
        }

        private static Made named(List<String> names, List<?> values) {
            var named = new LinkedHashMap<String, Object>();
            for (int i = 0; i < names.size(); i++) {
                named.put(names.get(i), values.get(i));
            }
            return new Made.Whole(Collections.unmodifiableMap(named));
        }
    }

    /// Rows, where every component names a list.
    ///
    /// @param lists the addresses of all components
    record Columns(String path, Expression where, Nested element, List<Address> lists, Optional<Component> limit)
            implements Maker {

        @Override
        @SuppressWarnings("IdentityHashMapUsage") // equal addresses are one object here
        public Made make(Scope scope, Tally tally) {
            var found = where.find(scope);
            if (!(found instanceof Found.Value(var holder))) {
                return Elements.none(path, where, found);
            }
            var inside = scope.element(Readers.node(holder), null);
            Map<Address, Found> columns = new IdentityHashMap<>();
            lists.forEach(address -> columns.put(address, address.column(inside)));
            var lengths = columns.values().stream()
                    .mapToInt(Columns::length)
                    .filter(length -> length >= 0)
                    .distinct()
                    .toArray();
            if (lengths.length > 1) {
                Arrays.sort(lengths);
                return new Made.Spoilt(false, path + ": columns of unequal length " + Arrays.toString(lengths));
            }
            if (lengths.length == 0) {
                return new Made.Lacking(true, path + ": there is no column");
            }
            var elements = new Elements(path, element, limit, scope, tally);
            for (int row = 0; row < lengths[0]; row++) {
                elements.add(inside.row(inside.element(), columns, row));
            }
            return elements.list();
        }

        private static int length(Found found) {
            return found instanceof Found.Value(List<?> list) ? list.size() : -1;
        }
    }
}
