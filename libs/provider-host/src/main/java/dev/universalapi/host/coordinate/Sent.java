package dev.universalapi.host.coordinate;

import dev.universalapi.engine.body.Bodies;
import dev.universalapi.engine.body.Reads;
import dev.universalapi.engine.body.UnreadableException;
import dev.universalapi.engine.operation.Binding;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The components of a query as they were sent.
public sealed interface Sent {

    OperationType type();

    /// Where they stand: `query` or `body`.
    String in();

    /// Whether a component was sent.
    boolean has(String name);

    /// What stands there for the name of a place, where something does.
    ///
    /// @throws ProblemException if it can be no name
    Optional<String> place();

    /// The query that they make.
    Binding bind();

    /// The same with coordinates in the place's place.
    Binding bind(Coordinates names, double latitude, double longitude);

    /// By an address.
    record ByAddress(OperationType type, Map<String, List<String>> parameters) implements Sent {
        @Override
        public String in() {
            return "query";
        }

        @Override
        public boolean has(String name) {
            return parameters.containsKey(name);
        }

        @Override
        public Optional<String> place() {
            var sent = parameters.get(Coordinates.PLACE);
            if (sent != null && sent.size() != 1) {
                throw refused("must be given once");
            }
            return Optional.ofNullable(sent).map(List::getFirst);
        }

        @Override
        public Binding bind() {
            return type.bind(parameters);
        }

        @Override
        public Binding bind(Coordinates names, double latitude, double longitude) {
            var with = new LinkedHashMap<>(parameters);
            with.remove(Coordinates.PLACE);
            with.put(names.latitude(), List.of(BigDecimal.valueOf(latitude).toPlainString()));
            with.put(names.longitude(), List.of(BigDecimal.valueOf(longitude).toPlainString()));
            return type.bind(with);
        }

        private ProblemException refused(String rule) {
            return ProblemException.invalid(Coordinates.PLACE, in(), Coordinates.PLACE + " " + rule);
        }
    }

    /// By a body.
    ///
    /// @param object what the body holds; empty if that is no object, or of no interest
    record ByBody(OperationType type, byte[] body, Optional<ObjectNode> object) implements Sent {

        public static ByBody of(OperationType type, byte[] body) {
            try {
                var read = Bodies.read(body, Reads.JSON, "").top();
                return new ByBody(
                        type,
                        body,
                        Optional.of(read).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast));
            } catch (UnreadableException _) {
                return new ByBody(type, body, Optional.empty());
            }
        }

        @Override
        public String in() {
            return "body";
        }

        @Override
        public boolean has(String name) {
            return object.filter(sent -> sent.has(name)).isPresent();
        }

        @Override
        public Optional<String> place() {
            var sent = object.map(members -> members.path(Coordinates.PLACE)).filter(value -> !value.isMissingNode());
            if (sent.isPresent() && !sent.get().isString()) {
                throw ProblemException.invalid(Coordinates.PLACE, in(), "place must be a text");
            }
            return sent.map(value -> value.asString());
        }

        @Override
        public Binding bind() {
            return type.bind(body);
        }

        @Override
        public Binding bind(Coordinates names, double latitude, double longitude) {
            var with = object.orElseThrow().deepCopy();
            with.remove(Coordinates.PLACE);
            with.put(names.latitude(), latitude).put(names.longitude(), longitude);
            return type.bind(with.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
