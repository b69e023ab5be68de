package dev.universalapi.host.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.Meta;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.host.Atlas;
import dev.universalapi.host.Ballad;
import dev.universalapi.host.Brush;
import dev.universalapi.host.Colour;
import dev.universalapi.host.Order;
import dev.universalapi.host.Sundial;
import dev.universalapi.host.Swatch;
import dev.universalapi.host.coordinate.Places;
import dev.universalapi.host.operation.HostedOperations;
import dev.universalapi.platform.problem.Problem;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class OpenApiTests {
    private static final JsonNode CONTROLLERS = new JsonMapper().readTree("""
                    {
                      "paths": {
                        "/api/{category}/{operation}": {"get": {}},
                        "/api/catalogue": {"get": {"responses": {"200": {"description": "OK"}}}},
                        "/api/search/quick": {"get": {}}
                      },
                      "components": {"schemas": {"Listing": {"type": "object"}, "Attempt": {"type": "nonsense"}}}
                    }
                    """);

    private static final HostedOperations HOSTED = new HostedOperations(
            Operations.of(
                    Colour.class, Brush.class, Order.class, Swatch.class, Ballad.class, Sundial.class, Atlas.class),
            List.of());

    private final JsonNode document = OpenApi.describe(CONTROLLERS, HOSTED.all(), new Places(HOSTED, "tool/atlas"));

    @Test
    void makesAPathOfEachOperation() {
        var get = document.at("/paths").path("/api/paint/colour").path("get");

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(get.path("operationId").asString()).isEqualTo("colour");
        assertThat(get.path("tags").path(0).asString()).isEqualTo("paint");
        assertThat(get.path("parameters").path(0).toString())
                .contains("\"name\":\"name\"", "\"required\":true", "\"example\":\"red\"", "\"maxLength\":10");
        assertThat(get.path("parameters").path(2).toString()).contains("\"required\":false", "\"default\":5");
        assertThat(get.at("/responses/504/$ref").asString()).isEqualTo("#/components/responses/Problem");
        assertThat(document.at("/components/schemas/ColourAnswer/properties/hex/type")
                        .asString())
                .isEqualTo("string");
        assertThat(document.path("paths").has("/api/tool/brush")).isTrue();
    }

    @Test
    void describesEveryKindAndForm() {
        var paths = document.at("/paths");

        var byBody = paths.path("/api/paint/colour").path("post");
        assertThat(byBody.path("operationId").asString()).isEqualTo("colourByBody");
        assertThat(byBody.at("/requestBody/content")
                        .path("application/json")
                        .at("/schema/required")
                        .toString())
                .isEqualTo("[\"name\",\"latitude\"]");
        var order = paths.path("/api/paint/order");
        assertThat(order.has("get")).isFalse();
        assertThat(order.at("/post/parameters/0/$ref").asString()).isEqualTo("#/components/parameters/idempotencyKey");
        assertThat(order.at("/post/responses").has("409")).isTrue();
        assertThat(paths.path("/api/paint/swatch")
                        .at("/get/responses/200/content")
                        .propertyNames())
                .containsExactly("*/*");
        assertThat(paths.path("/api/song/ballad")
                        .at("/get/responses/200/content")
                        .propertyNames())
                .containsExactly("text/event-stream");
        assertThat(document.at("/components/schemas/BalladAnswer/properties/words/type")
                        .asString())
                .isEqualTo("string");
        assertThat(document.at("/components/schemas/SwatchAnswer/contentMediaType")
                        .asString())
                .isEqualTo("application/octet-stream");
        assertThat(document.at("/components/parameters").has("idempotencyKey")).isTrue();
    }

    @Test
    void tellsWhichScopeAnOperationWants() {
        var paths = document.at("/paths");

        assertThat(paths.path("/api/paint/colour").at("/get/security/0/key/0").asString())
                .isEqualTo("paint:read");
        assertThat(paths.path("/api/paint/colour").at("/post/security/0/key/0").asString())
                .isEqualTo("paint:read");
        assertThat(paths.path("/api/paint/order").at("/post/security/0/key/0").asString())
                .isEqualTo("paint:write");
        assertThat(paths.path("/api/catalogue").at("/get/security")).hasToString("[{\"key\":[]}]");
    }

    @Test
    void takesTheOtherControllersFromSpringdocAndAddsTheirProblems() {
        assertThat(document.path("paths").has("/api/{category}/{operation}")).isFalse();
        assertThat(document.at("/paths")
                        .path("/api/catalogue")
                        .at("/get/responses/401/$ref")
                        .asString())
                .isEqualTo("#/components/responses/Problem");
        assertThat(document.at("/paths")
                        .path("/api/catalogue")
                        .at("/get/tags/0")
                        .asString())
                .isEqualTo("host");
        assertThat(document.at("/paths").propertyNames()).doesNotContain("/api/requests/{id}/explain");
        assertThat(document.at("/components/schemas").has("Listing")).isTrue();
        assertThat(document.at("/components/schemas/Attempt/type").asString()).isEqualTo("object");
    }

    /// Anchors of YAML are read as texts.
    @Test
    void theFrameRepeatsNothingByAnchors() throws Exception {
        try (var frame = OpenApi.class.getResourceAsStream("frame.yml")) {
            var paths = new YAMLMapper().readTree(frame).path("paths");

            assertThat(paths.findValues("parameters"))
                    .isNotEmpty()
                    .allSatisfy(parameters -> assertThat(parameters).allMatch(JsonNode::isObject));
            assertThat(paths.findValues("responses")).isNotEmpty().allMatch(JsonNode::isObject);
        }
    }

    @Test
    void followsTheAliasesOfTheFrame() {
        var quick = document.at("/paths").path("/api/search/quick").path("get");

        assertThat(quick.at("/security/0/key/0").asString()).isEqualTo("search:read");
        assertThat(quick.at("/responses/502/$ref").asString()).isEqualTo("#/components/responses/Problem");
    }

    @Test
    void theFrameHasTheMembersOfTheRecords() {
        assertThat(members("Meta")).isEqualTo(components(Meta.class));
        assertThat(List.copyOf(document.at("/components/schemas/Meta/properties/place/properties")
                        .propertyNames()))
                .isEqualTo(components(Meta.Place.class));
        assertThat(List.copyOf(document.at("/components/schemas/Meta/properties/raw/properties")
                        .propertyNames()))
                .isEqualTo(components(Meta.Body.class));
        assertThat(members("Attempt")).isEqualTo(components(Attempt.class));
        assertThat(members("Problem")).isEqualTo(components(Problem.class));
        assertThat(members("Mistake")).isEqualTo(components(Problem.Mistake.class));
        assertThat(document.at("/components/schemas/Attempt/properties/outcome/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .isEqualTo(Arrays.stream(Outcome.values()).map(Outcome::label).toList());
    }

    @Test
    void aPlaceMayStandForCoordinates() {
        var path = document.at("/paths").path("/api/tool/sundial");

        assertThat(path.at("/get/parameters")
                        .valueStream()
                        .map(one -> one.path("name").asString() + one.path("required")))
                .startsWith("latitudefalse", "longitudefalse", "hoursfalse", "placefalse");
        assertThat(path.at("/get/parameters/3/example").asString()).isEqualTo("Lyon");
        var body = path.at("/post/requestBody/content").path("application/json").path("schema");
        assertThat(body.path("required")).isEmpty();
        assertThat(body.at("/properties/place/type").asString()).isEqualTo("string");
        assertThat(body.path("oneOf"))
                .hasToString("[{\"required\":[\"latitude\",\"longitude\"]},{\"required\":[\"place\"]}]");
        assertThat(document.at("/paths").path("/api/paint/colour").toString()).doesNotContain("\"place\"", "oneOf");
    }

    @Test
    void anAnswerOfJsonCanBeTrimmedAndComeWithTheProvidersOwn() {
        var paths = document.at("/paths");

        for (var json : List.of(
                paths.path("/api/paint/colour").path("get"),
                paths.path("/api/paint/colour").path("post"),
                paths.path("/api/paint/order").path("post"))) {
            assertThat(json.path("parameters").toString()).contains("parameters/fields\"", "parameters/raw\"");
            assertThat(json.at("/responses/200/content")
                            .path("application/json")
                            .at("/schema/properties/raw/$ref")
                            .asString())
                    .isEqualTo("#/components/schemas/Raw");
        }
        for (var other : List.of("/api/paint/swatch", "/api/song/ballad")) {
            assertThat(paths.path(other).toString()).doesNotContain("parameters/fields", "parameters/raw");
        }
        assertThat(document.at("/components/parameters").propertyNames()).contains("fields", "raw");
    }

    private List<String> members(String schema) {
        return List.copyOf(
                document.at("/components/schemas/" + schema + "/properties").propertyNames());
    }

    private static List<String> components(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
