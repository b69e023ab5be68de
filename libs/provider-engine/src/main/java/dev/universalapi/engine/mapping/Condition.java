package dev.universalapi.engine.mapping;

import dev.universalapi.engine.expression.Address;
import dev.universalapi.engine.expression.Found;
import dev.universalapi.engine.expression.Scope;
import dev.universalapi.engine.expression.Table;
import dev.universalapi.engine.expression.Values;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.shape.Numbers;
import java.math.BigDecimal;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// When an answer is no answer: what follows `when`.
public sealed interface Condition {

    /// Whether it holds. `alone` is what the status says by itself.
    boolean holds(int status, Outcome alone, Scope scope);

    /// Whether it must see the body.
    boolean needsBody();

    /// The status is this one.
    record Status(int status) implements Condition {

        @Override
        public boolean holds(int status, Outcome alone, Scope scope) {
            return this.status == status;
        }

        @Override
        public boolean needsBody() {
            return false;
        }
    }

    /// Something is there, and is not null, false, 0 or empty. A status that says more than `invalid-input`
    /// stays.
    record There(Address address) implements Condition {

        @Override
        public boolean holds(int status, Outcome alone, Scope scope) {
            return (alone == Outcome.OK || alone == Outcome.INVALID_INPUT) && there(address.find(scope));
        }

        @Override
        public boolean needsBody() {
            return true;
        }

        static boolean there(Found found) {
            return switch (found) {
                case Found.Missing _ -> false;
                case Found.Unreadable _ -> true;
                case Found.Value(var value) ->
                    switch (value) {
                        case Boolean truth -> truth;
                        case JsonNode node -> !node.isEmpty();
                        case Number number ->
                            !(Numbers.exact(number) instanceof BigDecimal exact && exact.signum() == 0);
                        default ->
                            !Values.plural(value) || !Values.elements(value).isEmpty();
                    };
            };
        }
    }

    /// The opposite, where the status says that all is well.
    record NotThere(Address address) implements Condition {

        @Override
        public boolean holds(int status, Outcome alone, Scope scope) {
            return alone == Outcome.OK && !There.there(address.find(scope));
        }

        @Override
        public boolean needsBody() {
            return true;
        }
    }

    /// It equals one of these, numbers as numbers.
    record Equal(Address address, Set<String> values) implements Condition {

        @Override
        public boolean holds(int status, Outcome alone, Scope scope) {
            if (!(address.find(scope) instanceof Found.Value(var value))) {
                return false;
            }
            return Values.elements(value).stream()
                    .anyMatch(one -> Values.single(one, scope.whole().markup()) instanceof Found.Value(var single)
                            && !(single instanceof JsonNode)
                            && values.contains(Table.plain(single)));
        }

        @Override
        public boolean needsBody() {
            return true;
        }
    }
}
