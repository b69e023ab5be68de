package dev.universalapi.engine.request;

import dev.universalapi.engine.expression.Expression;
import dev.universalapi.engine.expression.Found;
import dev.universalapi.engine.expression.Scope;
import dev.universalapi.engine.expression.Template;
import dev.universalapi.engine.shape.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A JSON body with holes.
public sealed interface Payload {

    /// The JSON; empty where all its holes are missing.
    Optional<JsonNode> fill(Scope scope) throws UnfillableException;

    /// Whether there is a hole in it.
    boolean holed();

    /// Whether it may be left out.
    boolean optional();

    /// Every text in it that has holes or secrets.
    List<Template> templates();

    /// A value without holes.
    record Fixed(JsonNode value) implements Payload {

        @Override
        public Optional<JsonNode> fill(Scope scope) {
            return Optional.of(value);
        }

        @Override
        public boolean holed() {
            return false;
        }

        @Override
        public boolean optional() {
            return false;
        }

        @Override
        public List<Template> templates() {
            return List.of();
        }
    }

    /// A text; one that is a single hole keeps the value's type.
    record Text(Template template) implements Payload {

        @Override
        public Optional<JsonNode> fill(Scope scope) throws UnfillableException {
            return switch (template.fill(scope)) {
                case Found.Value value -> Optional.of(Json.of(value.value()));
                case Found.Missing _ -> Optional.empty();
                case Found.Unreadable unreadable -> throw new UnfillableException(unreadable.why());
            };
        }

        @Override
        public boolean holed() {
            return true;
        }

        @Override
        public boolean optional() {
            return template.holes().stream().anyMatch(Expression::mayBeMissing)
                    || template.secrets().stream().anyMatch(Template.Secret::optional);
        }

        @Override
        public List<Template> templates() {
            return List.of(template);
        }
    }

    /// A list.
    record Items(List<Payload> items) implements Payload {

        @Override
        public Optional<JsonNode> fill(Scope scope) throws UnfillableException {
            var array = JsonNodeFactory.instance.arrayNode();
            var filled = false;
            for (var item : items) {
                var value = item.fill(scope);
                filled |= value.isPresent() && item.holed();
                value.ifPresent(array::add);
            }
            return filled || !holed() ? Optional.of(array) : Optional.empty();
        }

        @Override
        public boolean holed() {
            return items.stream().anyMatch(Payload::holed);
        }

        @Override
        public boolean optional() {
            return holed() && items.stream().filter(Payload::holed).allMatch(Payload::optional);
        }

        @Override
        public List<Template> templates() {
            return items.stream().flatMap(item -> item.templates().stream()).toList();
        }
    }

    /// An object.
    record Members(Map<String, Payload> members) implements Payload {

        @Override
        public Optional<JsonNode> fill(Scope scope) throws UnfillableException {
            var object = JsonNodeFactory.instance.objectNode();
            var filled = false;
            for (var member : members.entrySet()) {
                var value = member.getValue().fill(scope);
                filled |= value.isPresent() && member.getValue().holed();
                value.ifPresent(node -> object.set(member.getKey(), node));
            }
            return filled || !holed() ? Optional.of(object) : Optional.empty();
        }

        @Override
        public boolean holed() {
            return members.values().stream().anyMatch(Payload::holed);
        }

        @Override
        public boolean optional() {
            return holed() && members.values().stream().filter(Payload::holed).allMatch(Payload::optional);
        }

        @Override
        public List<Template> templates() {
            var templates = new ArrayList<Template>();
            members.values().forEach(member -> templates.addAll(member.templates()));
            return templates;
        }
    }
}
