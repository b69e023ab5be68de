package dev.universalapi.search.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.universalapi.host.openapi.OpenApi;
import dev.universalapi.search.search.StreamedEvents;
import dev.universalapi.search.search.answer.CategoriesAnswer;
import dev.universalapi.search.search.answer.SearchAnswer;
import dev.universalapi.search.search.answer.SuggestAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What universal search answers with, in full: schemas of the answers and of each event of a stream, with examples.
public final class SearchSchemas {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonNode FRAME = new YAMLMapper().readTree(OpenApi.class.getResourceAsStream("frame.yml"));
    private static final String EXAMPLES = "examples.yml";
    private static final String EVENT = "SearchEvent";
    private static final String REF = "$ref";
    private static final String SCHEMAS = "#/components/schemas/";

    private SearchSchemas() {}

    /// By name.
    public static ObjectNode all() {
        var records = new RecordSchemas();
        var _ = records.named(SearchAnswer.class);
        var _ = records.named(SuggestAnswer.class);
        var _ = records.named(CategoriesAnswer.class);
        var schemas = new TreeMap<String, ObjectNode>();
        var event = JSON.createObjectNode()
                .put("description", "One event of a stream: the lines `event` and `id`, and the JSON of `data`.");
        var either = event.putArray("oneOf");
        StreamedEvents.bodies().forEach((label, body) -> {
            var name = EVENT + label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
            schemas.put(name, event(label, records.inline(body)));
            either.addObject().put(REF, SCHEMAS + name);
        });
        schemas.put(EVENT + "Error", event("error", JSON.createObjectNode().put(REF, SCHEMAS + "Problem")));
        either.addObject().put(REF, SCHEMAS + EVENT + "Error");
        schemas.put(EVENT, event);
        schemas.putAll(records.all());
        examples()
                .forEachEntry((name, example) -> Objects.requireNonNull(schemas.get(name), name)
                        .putArray("examples")
                        .add(example));
        var all = JSON.createObjectNode();
        schemas.forEach(all::set);
        return all;
    }

    /// What is wrong with something that should be of a schema; nothing where all is well.
    public static List<String> wrong(String name, JsonNode json) {
        var document = JSON.createObjectNode().put(REF, SCHEMAS + name);
        var schemas = document.putObject("components").putObject("schemas");
        FRAME.at("/components/schemas").forEachEntry(schemas::set);
        all().forEachEntry(schemas::set);
        return REGISTRY.getSchema(document).validate(json).stream()
                .map(Error::toString)
                .toList();
    }

    /// An example of each schema that has one, by its name.
    static JsonNode examples() {
        try (var in = SearchSchemas.class.getResourceAsStream(EXAMPLES)) {
            return new YAMLMapper().readTree(Objects.requireNonNull(in, EXAMPLES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode event(String label, ObjectNode data) {
        var schema = JSON.createObjectNode().put("type", "object");
        schema.putArray("required").add("event").add("id").add("data");
        var properties = schema.putObject("properties");
        properties.putObject("event").put("const", label);
        properties.putObject("id").put("type", "string").put("description", "what to send as Last-Event-ID");
        properties.set("data", data);
        return schema;
    }
}
