package dev.universalapi.bench.spoilt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.shape.Shape;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The proof's own reading of manifests: what it overlooks it does not prove.
final class FieldsTests {
    record Answer(String name, @Nullable String note, List<Part> parts) {}

    record Part(String id, @Nullable String colour) {}

    private static Fields fields(String mapping) {
        JsonNode written = new YAMLMapper().readTree(mapping);
        return Fields.of(written, Shape.of(Answer.class));
    }

    private static Body body(String text) {
        return Body.of(new EgressResponse(200, Map.of(), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void needsWhatTheContractRequires() {
        var fields = fields("""
                name: /a/name | upper
                note: /note
                parts:
                  each: /items
                  id: /id or /key
                  colour: /colour
                """);

        assertThat(fields.needs()).extracting(Fields.Need::component).containsExactly("/name", "/parts", "/parts/id");
    }

    @Test
    void needsNothingThatHasAWayRound() {
        var fields = fields("{ name: '/name or =unknown', parts: { each: /items or none, id: '{/a} {/b}' } }");

        assertThat(fields.needs()).extracting(Fields.Need::component).containsExactly("/parts/id");
    }

    @Test
    void takesANeedFromEveryElement() {
        var need = fields("{ name: /name, parts: { each: /items, id: /id or /key } }")
                .needs()
                .getLast();

        var cut = body("{\"items\":[{\"id\":1,\"x\":2},{\"key\":3}]}").without(need.addresses());

        assertThat(text(cut)).isEqualTo("{\"items\":[{\"x\":2},{}]}");
    }

    @Test
    void takesElementsOfXmlAndColumnsOfCsv() {
        var need = fields("{ name: /top/name, parts: none }").needs().getFirst();

        var xml = body("<top><name>n</name><other/></top>").without(need.addresses());
        var csv = body("id,name\n1,2\n").without(need.addresses());

        assertThat(text(xml)).isEqualTo("<top><removed>n</removed><other/></top>");
        assertThat(text(csv)).isEqualTo("id,removed\n1,2\n");
    }

    @Test
    void addsNothingWhereNamesAreData() {
        var fields = fields("{ name: /name, parts: { entries: /rates, id: key, colour: / } }");

        var grown = text(body("{\"name\":\"n\",\"rates\":{\"EUR\":1}}").withExtras(fields.read()));

        assertThat(grown).contains("\"rates\":{\"EUR\":1}").contains("unknown_text");
    }
}
