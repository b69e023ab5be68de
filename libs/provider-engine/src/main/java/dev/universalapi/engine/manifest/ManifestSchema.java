package dev.universalapi.engine.manifest;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/// Checks the form of a manifest by its JSON Schema, `manifest.schema.json`, which editors use too.
final class ManifestSchema {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(), InputFormat.JSON);

    private ManifestSchema() {}

    /// The schema as a text.
    static String text() {
        try (var stream = ManifestSchema.class.getResourceAsStream("manifest.schema.json")) {
            if (stream == null) {
                throw new IllegalStateException("manifest.schema.json is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Notes what is wrong with the form.
    static void check(Yaml manifest, Mistakes mistakes) {
        for (var error : SCHEMA.validate(manifest.json())) {
            note(error, manifest, mistakes);
        }
    }

    private static void note(Error error, Yaml manifest, Mistakes mistakes) {
        var at = manifest;
        var line = manifest.line();
        var location = error.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            var name = String.valueOf(location.getElement(i));
            if (at instanceof Yaml.Entries entries && entries.values().get(name) instanceof Yaml next) {
                line = entries.line(name);
                at = next;
            } else if (at instanceof Yaml.Items list) {
                at = list.items().get(Integer.parseInt(name));
                line = at.line();
            }
        }
        var where = location.getNameCount() == 0
                ? "the manifest"
                : "`" + location.getElement(location.getNameCount() - 1) + "`";
        var property = String.valueOf(error.getProperty());
        var schema = holder(error);
        switch (error.getKeyword()) {
            case "additionalProperties" -> {
                var own = at instanceof Yaml.Entries entries ? entries.line(property) : line;
                var words = String.join(", ", schema.path("properties").propertyNames());
                mistakes.add(own, "`" + property + "` is no word of " + where, "use " + words);
            }
            case "required" ->
                mistakes.add(
                        line,
                        "`" + property + "` is missing in " + where,
                        instead(schema.path("properties").path(property)));
            case "type" -> mistakes.add(line, where + " is not of its kind", instead(schema));
            default -> mistakes.add(line, where + " is `" + shown(at) + "`", instead(schema));
        }
    }

    private static String shown(Yaml at) {
        return at instanceof Yaml.Word word
                ? word.text()
                : at instanceof Yaml.Items list ? list.items().size() + " elements" : "a mapping";
    }

    private static String instead(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        var described = reference.isEmpty() ? schema : SCHEMA.getSchemaNode().at(reference.substring(1));
        return described.path("description").asString("see manifest.schema.json");
    }

    /// The part of the schema that the failed keyword stands in.
    private static JsonNode holder(Error error) {
        var pointer = error.getSchemaLocation().getFragment().toString();
        var cut = pointer.lastIndexOf('/');
        var found = SCHEMA.getSchemaNode().at(cut < 0 ? "" : pointer.substring(0, cut));
        return found;
    }
}
