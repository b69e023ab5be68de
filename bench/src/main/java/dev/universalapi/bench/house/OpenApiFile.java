package dev.universalapi.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// Merges what each service wrote about itself, `target/openapi/*.json`, into `sdk/openapi.yml`. What two parts both
/// say must be the same.
final class OpenApiFile {
    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    /// Whose members are names of ours, so that their order says nothing.
    private static final Set<String> SORTED = Set.of("paths", "components");

    private OpenApiFile() {}

    static String write(Modules modules) throws IOException, FindingException {
        var whole = JSON.createObjectNode();
        for (var folder : modules.having("target/openapi").values()) {
            try (var parts = Files.list(folder)) {
                for (var part : parts.sorted().toList()) {
                    merge(whole, JSON.readTree(part.toFile()), "");
                }
            }
        }
        if (whole.isEmpty()) {
            throw new FindingException("No service wrote its part of the OpenAPI document.");
        }
        if (!whole.path("openapi").asString("").startsWith("3.1")) {
            throw new FindingException("The OpenAPI document is of version " + whole.path("openapi") + ", not 3.1.");
        }
        return YAML.writeValueAsString(sorted(whole));
    }

    private static void merge(ObjectNode whole, JsonNode part, String place) throws FindingException {
        for (var member : part.properties()) {
            var here = place + "/" + member.getKey();
            var known = whole.get(member.getKey());
            if (known == null) {
                whole.set(member.getKey(), member.getValue());
            } else if (known instanceof ObjectNode inner && member.getValue().isObject()) {
                merge(inner, member.getValue(), here);
            } else if (known instanceof ArrayNode list && member.getValue().isArray()) {
                unite(list, member.getValue());
            } else if (!known.equals(member.getValue())) {
                throw new FindingException("Two services disagree in the OpenAPI document at " + here + ".");
            }
        }
    }

    private static void unite(ArrayNode list, JsonNode more) {
        var known = list.valueStream().toList();
        more.valueStream().filter(value -> !known.contains(value)).forEach(list::add);
    }

    private static ObjectNode sorted(ObjectNode document) {
        var result = JSON.createObjectNode();
        for (var member : document.properties()) {
            result.set(
                    member.getKey(),
                    SORTED.contains(member.getKey()) ? byName(member.getValue(), 2) : member.getValue());
        }
        return result;
    }

    private static JsonNode byName(JsonNode node, int levels) {
        if (levels == 0 || !node.isObject()) {
            return node;
        }
        var members = new TreeMap<String, JsonNode>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            members.put(member.getKey(), byName(member.getValue(), levels - 1));
        }
        var result = JSON.createObjectNode();
        members.forEach(result::set);
        return result;
    }
}
