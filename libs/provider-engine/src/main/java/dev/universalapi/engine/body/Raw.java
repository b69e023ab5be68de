package dev.universalapi.engine.body;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.egress.Redaction;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A body as its provider sent it, without the secrets that it may repeat.
///
/// @param body the JSON, where it is read as JSON and is some; else all of it as one text. A number that would be
///   thousands of digits long is the text of it
/// @param contentType as received; null if there was none
/// @param redacted whether a secret stood in it and was replaced
public record Raw(JsonNode body, @Nullable String contentType, boolean redacted) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_DIGITS = 400;

    /// The body of a response; empty for bytes that are no text, and where nothing was read.
    ///
    /// @param reads what the provider's bodies are read as
    /// @param secrets what must not be in it, however it is written there
    public static Optional<Raw> of(EgressResponse response, Reads reads, Collection<String> secrets) {
        var contentType = response.header("content-type").orElse(null);
        return switch (reads) {
            case JSON, XML, CSV, TEXT -> Optional.of(of(response.body(), contentType, reads, secrets));
            case BINARY, NOTHING -> Optional.empty();
        };
    }

    private static Raw of(byte[] body, @Nullable String contentType, Reads reads, Collection<String> secrets) {
        var scrub = new Scrub(Set.copyOf(secrets));
        var clean = scrub.node(tree(body, contentType, reads));
        return new Raw(clean, contentType == null ? null : scrub.text(contentType), scrub.redacted);
    }

    private static JsonNode tree(byte[] body, @Nullable String contentType, Reads reads) {
        if (reads == Reads.JSON) {
            try {
                return JsonBodies.read(body);
            } catch (UnreadableException _) {
                // an answer was made of it all the same, by an adapter or of its status
            }
        }
        return NODES.stringNode(Bodies.lenient(body, contentType == null ? "" : contentType));
    }

    /// Takes secrets out of a tree, names and values alike.
    private static final class Scrub {
        private final Set<String> secrets;
        private final UnaryOperator<String> redaction;
        private boolean redacted;

        Scrub(Set<String> secrets) {
            var written = new HashSet<>(secrets);
            for (var secret : secrets) {
                written.add(secret.replace("/", "\\/"));
                written.add(secret.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"));
            }
            this.secrets = secrets;
            this.redaction = Redaction.of(written);
        }

        String text(String text) {
            var clean = redaction.apply(text);
            redacted |= !clean.equals(text);
            return clean;
        }

        JsonNode node(JsonNode node) {
            if (node.isObject()) {
                var object = NODES.objectNode();
                node.forEachEntry((name, value) -> object.set(text(name), node(value)));
                return object;
            }
            if (node.isArray()) {
                var array = NODES.arrayNode(node.size());
                node.forEach(element -> array.add(node(element)));
                return array;
            }
            if (node.isString()) {
                return NODES.stringNode(text(node.asString()));
            }
            return node.isNumber() ? number(node) : node;
        }

        private JsonNode number(JsonNode number) {
            if (secrets.contains(number.asString())) {
                return NODES.stringNode(text(number.asString()));
            }
            var endless = number.isBigDecimal()
                    && Math.abs((long) number.decimalValue().scale()) > MOST_DIGITS;
            return endless ? NODES.stringNode(number.decimalValue().toString()) : number;
        }
    }
}
