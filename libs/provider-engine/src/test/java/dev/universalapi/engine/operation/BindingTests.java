package dev.universalapi.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.shape.Json;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Places;
import dev.universalapi.engine.trial.Single;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingTests {
    private static final OperationType PLACES =
            Draft.OPERATIONS.find("trial/places").orElseThrow();

    private static Binding bind(Map<String, String> changed) {
        var parameters = new HashMap<>(Map.of("latitude", List.of("48.85"), "longitude", List.of("2.35")));
        changed.forEach((name, value) -> parameters.put(name, List.of(value)));
        return PLACES.bind(parameters);
    }

    private static List<String> details(Binding binding) {
        return binding instanceof Binding.Refused refused
                ? refused.violations().stream().map(Binding.Violation::detail).toList()
                : List.of();
    }

    @Test
    void makesAQueryWithDefaultsAndZeros() {
        var binding = bind(Map.of("latitude", "0", "longitude", "-0.0", "kinds", "a, b", "open", "no"));

        assertThat(binding).isEqualTo(new Binding.Bound(new Places(0, 0, 3, null, List.of("a", "b"), false)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
                    latitude  ¦ 95      ¦ latitude must be at most 90, was 95
                    latitude  ¦ -90.1   ¦ latitude must be at least -90, was -90.1
                    longitude ¦ 180.5   ¦ longitude must be at most 180, was 180.5
                    latitude  ¦ north   ¦ latitude must be a number, was north
                    latitude  ¦ NaN     ¦ latitude must be a number, was NaN
                    latitude  ¦ Infinity ¦ latitude must be a number, was Infinity
                    limit     ¦ 0       ¦ limit must be at least 1, was 0
                    limit     ¦ 11      ¦ limit must be at most 10, was 11
                    limit     ¦ 1.5     ¦ limit must be a whole number between -2147483648 and 2147483647, was 1.5
                    language  ¦ f       ¦ language must be at least 2 characters long, was f
                    language  ¦ francais ¦ language must be at most 5 characters long, was francais
                    language  ¦ FR      ¦ language must have the form ^(?:[a-z-]+)$, was FR
                    kinds     ¦ a,b,c   ¦ kinds must have at most 2 elements, was a,b,c
                    open      ¦ perhaps ¦ open must be true or false, was perhaps
                    height    ¦ 5       ¦ height is not a parameter of trial/places; it has latitude, longitude, limit, language, kinds, open
                    """)
    void namesTheFieldTheBoundAndTheValue(String name, String value, String detail) {
        assertThat(details(bind(Map.of(name, value)))).containsExactly(detail);
    }

    @Test
    void tellsEverythingAtOnceWithItsPlace() {
        var binding = PLACES.bind(Map.of("latitude", List.of("1", "2"), "limit", List.of("x".repeat(100))));

        assertThat(details(binding))
                .containsExactly(
                        "latitude must be given once, was given 2 times",
                        "longitude is missing; it must be a number",
                        "limit must be a whole number between -2147483648 and 2147483647, was " + "x".repeat(60) + "…");
        assertThat(((Binding.Refused) binding).violations())
                .allMatch(violation -> violation.in().equals("query"))
                .extracting(Binding.Violation::parameter)
                .containsExactly("latitude", "longitude", "limit");
    }

    @Test
    void readsConstantsInAnyCaseAndNamesThem() {
        var any = Draft.OPERATIONS.find(AnyValue.class).orElseThrow();

        assertThat(any.bind(Map.of("mood", List.of("very-bad"), "day", List.of("2025-11-21"))))
                .isInstanceOfSatisfying(
                        Binding.Bound.class,
                        bound ->
                                assertThat(any.describe(bound.query()).keySet()).containsExactly("day", "mood"));
        assertThat(details(any.bind(Map.of("mood", List.of("worse")))))
                .containsExactly("mood must be one of good, very_bad, other, was worse");
    }

    @Test
    void writesAYearAsTheNumberThatItsSchemaSays() {
        assertThat(Json.contract(Year.of(2025)).toString()).isEqualTo("2025");
    }

    @Test
    void describesTheOperation() {
        assertThat(PLACES)
                .returns("trial", OperationType::category)
                .returns("places", OperationType::name)
                .returns("Places", OperationType::summary)
                .returns(2, OperationType::version)
                .returns("Places near a place", OperationType::about)
                .returns(Places.class, OperationType::queryType)
                .returns(Places.Answer.class, OperationType::answerType)
                .hasToString("trial/places");
        assertThat(Draft.OPERATIONS.find(Single.class).orElseThrow().about()).isNull();
        assertThat(Draft.OPERATIONS.find(String.class)).isEmpty();
        assertThat(Draft.OPERATIONS.find("trial/none")).isEmpty();
    }

    @Test
    void makesASchemaOfTheQuery() {
        var schema = PLACES.schemas().query();

        assertThat(schema.path("$schema").asString()).contains("2020-12");
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(schema.path("required").toString()).isEqualTo("[\"latitude\",\"longitude\"]");
        assertThat(schema.at("/properties/latitude").toString())
                .contains(
                        "\"type\":\"number\"",
                        "\"minimum\":-90",
                        "\"maximum\":90",
                        "\"description\":\"degrees north\"",
                        "48.85");
        assertThat(schema.at("/properties/limit").toString())
                .contains("\"integer\"", "\"default\":3", "\"maximum\":10");
        assertThat(schema.at("/properties/language").toString()).contains("\"maxLength\":5", "[a-z-]+", "null");
        assertThat(schema.at("/properties/kinds").toString())
                .contains("\"maxItems\":2", "\"items\":{\"type\":\"string\"}");
    }

    @Test
    void makesASchemaOfTheAnswer() {
        var schema =
                Draft.OPERATIONS.find(AnyValue.class).orElseThrow().schemas().answer();

        assertThat(schema.at("/properties/exact/type").toString()).contains("number");
        assertThat(schema.at("/properties/at").toString()).contains("date-time");
        assertThat(schema.at("/properties/day").toString()).contains("\"date\"");
        assertThat(schema.at("/properties/year").toString()).contains("integer");
        assertThat(schema.at("/properties/link").toString()).contains("\"uri\"");
        assertThat(schema.at("/properties/mood").toString()).contains("VERY_BAD");
        assertThat(schema.at("/properties/map").toString()).contains("additionalProperties");
        var places = PLACES.schemas().answer();
        assertThat(places.at("/properties/places/items/required").toString()).isEqualTo("[\"name\",\"height\"]");
    }

    @Test
    void findsOperationsBesideAnAnchor() {
        var found = Operations.beside(AnyValue.class);

        assertThat(found.all())
                .extracting(OperationType::path)
                .containsExactly("trial/any", "trial/listing", "trial/places", "trial/single");
    }

    /// Not a query.
    @Operation(path = "trial/nothing", summary = "Nothing")
    public record Nothing() {}

    /// Not a path.
    @Operation(path = "Trial", summary = "Nothing")
    public record NoPath() implements Query<Nothing> {}

    /// Holds what contracts do not.
    @Operation(path = "trial/odd", summary = "Odd")
    public record Odd(Object value) implements Query<Nothing> {}

    /// Holds itself.
    public record Loop(List<Loop> loops) {}

    /// The same path twice.
    @Operation(path = "trial/single", summary = "Again")
    public record Again() implements Query<Nothing> {}

    /// Not public.
    @Operation(path = "trial/hidden", summary = "Hidden")
    record Hidden() implements Query<Nothing> {}

    @Test
    void refusesWhatIsNoContract() {
        for (var wrong : List.of(Nothing.class, NoPath.class, Odd.class, Hidden.class)) {
            assertThatThrownBy(() -> Operations.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Operations.of(Single.class, Again.class)).hasMessageContaining("twice");
        assertThatThrownBy(() -> Shape.of(Loop.class)).hasMessageContaining("itself");
    }
}
