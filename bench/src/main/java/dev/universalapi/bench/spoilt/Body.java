package dev.universalapi.bench.spoilt;

import dev.universalapi.egress.EgressResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A body of a sample, to be spoilt.
sealed interface Body {
    JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /// The body without what these addresses find; empty if they find nothing.
    byte[] without(List<List<Step>> addresses);

    /// The body with members that nobody asked for, but where the names are data.
    byte[] withExtras(List<List<Step>> read);

    static Body of(EgressResponse response) {
        var text = new String(response.body(), StandardCharsets.UTF_8);
        if (text.stripLeading().startsWith("<")) {
            return new Xml(text);
        }
        try {
            var tree = JSON.readTree(response.body());
            return tree.isContainer() ? new Json(tree) : new Other();
        } catch (JacksonException _) {
            return text.lines().findFirst().filter(line -> line.contains(",")).isPresent()
                    ? new Csv(text)
                    : new Other();
        }
    }

    /// JSON.
    record Json(JsonNode tree) implements Body {
        private static final JsonNode EXTRAS = JSON.readTree("""
                {"unknown_text": "new", "unknown_number": 7, "unknown_list": [{"a": 1}], "unknown_object": {"id": 1}, "unknown_null": null}
                """);

        @Override
        public byte[] without(List<List<Step>> addresses) {
            var copy = tree.deepCopy();
            var cut =
                    addresses.stream().mapToInt(steps -> Step.cut(copy, steps)).sum();
            return cut == 0 ? new byte[0] : JSON.writeValueAsBytes(copy);
        }

        @Override
        public byte[] withExtras(List<List<Step>> read) {
            var copy = tree.deepCopy();
            var named = new ArrayList<JsonNode>();
            read.forEach(steps -> Step.named(copy, steps, named));
            Set<JsonNode> data = Collections.newSetFromMap(new IdentityHashMap<>());
            data.addAll(named);
            add(copy, data);
            return JSON.writeValueAsBytes(copy);
        }

        private static void add(JsonNode node, Set<JsonNode> data) {
            node.forEach(child -> add(child, data));
            if (node instanceof ObjectNode object && !data.contains(object)) {
                object.setAll((ObjectNode) EXTRAS.deepCopy());
            }
        }
    }

    /// XML, by its tags.
    record Xml(String text) implements Body {
        @Override
        public byte[] without(List<List<Step>> addresses) {
            var changed = text;
            for (var name : lastNames(addresses)) {
                var plain = Pattern.quote(name.replaceFirst("^@", ""));
                changed = name.startsWith("@")
                        ? changed.replaceAll("(?<=[\\s:])" + plain + "(?=\\s*=\\s*[\"'])", "removed")
                        : changed.replaceAll("(</?(?:[\\w.-]+:)?)" + plain + "(?=[\\s/>])", "$1removed");
            }
            return changed.equals(text) ? new byte[0] : changed.getBytes(StandardCharsets.UTF_8);
        }

        /// Before the first and the last tag that closes an element of elements.
        @Override
        public byte[] withExtras(List<List<Step>> read) {
            return text.replaceAll(
                            "(?<=>)(\\s*)(?=</[^>]+>\\s*(?:<|$))",
                            Matcher.quoteReplacement("<unknown a=\"1\">new</unknown>"))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /// Lines under a header.
    record Csv(String text) implements Body {
        @Override
        public byte[] without(List<List<Step>> addresses) {
            var end = text.indexOf('\n');
            var header = text.substring(0, Math.max(0, end));
            var changed = header;
            for (var name : lastNames(addresses)) {
                changed = changed.replaceAll("(?<=^|,)" + Pattern.quote(name) + "(?=,|\\r|$)", "removed");
            }
            return changed.equals(header)
                    ? new byte[0]
                    : (changed + text.substring(end)).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] withExtras(List<List<Step>> read) {
            return text.replaceAll("(?m)(?<=.)(\\r?)$", ",unknown$1").getBytes(StandardCharsets.UTF_8);
        }
    }

    /// Plain text and bytes: there is nothing in them to be taken apart.
    record Other() implements Body {
        @Override
        public byte[] without(List<List<Step>> addresses) {
            return new byte[0];
        }

        @Override
        public byte[] withExtras(List<List<Step>> read) {
            return new byte[0];
        }
    }

    private static List<String> lastNames(List<List<Step>> addresses) {
        return addresses.stream()
                .flatMap(steps -> steps.reversed().stream()
                        .filter(step ->
                                step.kind() == Step.Kind.NAME && !step.name().matches("\\d+"))
                        .limit(1))
                .map(Step::name)
                .distinct()
                .toList();
    }
}
