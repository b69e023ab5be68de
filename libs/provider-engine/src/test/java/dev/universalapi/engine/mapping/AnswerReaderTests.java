package dev.universalapi.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.shape.Json;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Places;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `answer` and `refuse` may say of each type, and what not.
class AnswerReaderTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text: /a | number",
                "year: /a | number",
                "exact: /a | number",
                "list: /a | number",
                "text: /a | table:t",
                "mood: /a | table:t",
                "mood: /a | table:t | upper | lower | none:x",
                "mood: /a | table:odd | table:t",
                "text: /a | table:odd",
                "year: /a | epoch-s",
                "day: /a | epoch-s",
                "list: /a | split:;",
                "text: /a | split:; | join:x",
                "list: /a/*",
                "text: /a/* | join:x"
            })
    void takesAConverterThatMakesWhatTheComponentIs(String answer) {
        assertThat(errors(answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            truth: /a | number    ¦ `number` does not make what trial/any.truth is; end with a converter that does
            day: /a | number      ¦ `number` does not make what trial/any.day is; end with a converter that does
            link: /a | scale:2    ¦ `scale` does not make what trial/any.link is; end with a converter that does
            mood: /a | number     ¦ `number` does not make what trial/any.mood is; end with a converter that does
            grid: /a | number     ¦ `number` does not make what trial/any.grid is; end with a converter that does
            map: /a | number      ¦ `number` does not make what trial/any.map is; end with a converter that does
            mood: /a | epoch-s    ¦ `epoch-s` does not make what trial/any.mood is; end with a converter that does
            grid: /a | epoch-ms   ¦ `epoch-ms` does not make what trial/any.grid is; end with a converter that does
            whole: /a | zone:UTC  ¦ `zone` does not make what trial/any.whole is; end with a converter that does
            map: /a | split:x     ¦ `split` does not make what trial/any.map is; end with a converter that does
            map: /a/*             ¦ a `*` finds a list, and trial/any.map is none; add ` | join:", "`, or take one by its index
            mood: /a | table:odd  ¦ `WORSE` of the table odd is no constant of trial/any.mood; use GOOD, VERY_BAD, OTHER
            mood: { each: /a }    ¦ trial/any.mood is no record; write an expression
            list: { each: /a }    ¦ trial/any.list is no record; write an expression
            map: { entries: /a }  ¦ trial/any.map is no record; write an expression
            """)
    void refusesWhatDoesNotMakeTheComponent(String answer, String expected) {
        assertThat(errors(answer)).singleElement().asString().endsWith(": " + expected);
    }

    private static List<String> errors(String answer) {
        var used = (answer.contains("table:t") ? "  t: { GOOD: 1, OTHER: else }\n" : "")
                + (answer.contains("table:odd") ? "  odd: { GOOD: 1, WORSE: else }\n" : "");
        return Draft.errors(Draft.HEAD
                + (used.isEmpty() ? "" : "tables:\n" + used)
                + "operations:\n  trial/any:\n    get: /x\n    answer:\n      " + answer + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            inner: /i               ¦ trial/single.inner holds records; write a mapping
            inner: /i or /j or none ¦ trial/single.inner holds records; write a mapping
            """)
    void refusesARecordThatNoMappingMakes(String inner, String expected) {
        var errors = Draft.errorsOf("trial/single", "get: /x\nanswer:\n  id: /id\n  number: /n\n  " + inner);

        assertThat(errors).contains("acme/provider.yml:12: " + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            places: none         ¦ named: /a            ¦ trial/places.named holds records; write a mapping with `each`, `entries` or `columns`
            places: /a or none   ¦ named: none          ¦ trial/places.places holds records; write a mapping with `each`, `entries` or `columns`
            each: /a             ¦ named: none          ¦ the contract has no `each` in trial/places; use one of places, named, total
            """)
    void refusesAListThatNoMappingMakes(String places, String named, String expected) {
        var errors = Draft.errorsOf("trial/places", "get: /x\nanswer:\n  " + places + "\n  " + named);

        assertThat(errors).anyMatch(error -> error.endsWith(": " + expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            /e = "x" y  ¦ `"x" y` is no list of values; write x, y, and quote one with a comma: "x, y"
            /e = ,      ¦ `,` is no list of values; write x, y, and quote one with a comma: "x, y"
            /e = "x     ¦ `"x` is no list of values; write x, y, and quote one with a comma: "x, y"
            e = x       ¦ `e = x` is no condition; write a status, `/a`, `no /a`, or `/a = x, y`
            600         ¦ `600` is no condition; write a status, `/a`, `no /a`, or `/a = x, y`
            no e        ¦ `no e` is no condition; write a status, `/a`, `no /a`, or `/a = x, y`
            """)
    void refusesAConditionThatSaysNothing(String when, String expected) {
        var errors = Draft.errorsOf(
                "trial/any", "get: /x\nrefuse: { when: '" + when + "', as: unavailable }\nanswer: { text: /t }");

        assertThat(errors).containsExactly("acme/provider.yml:9: " + expected);
    }

    @Test
    void refusesARuleThatIsNone() {
        assertThat(Draft.errorsOf("trial/any", "get: /x\nrefuse: [ 404 ]\nanswer: { text: /t }"))
                .isNotEmpty();
    }

    @Test
    void goesByTheElementWhereASecondAddressMayBeNone() {
        var offer = Draft.offer(
                "trial/places",
                "get: /x\nanswer:\n  places:\n    each: /list or none\n    name: /n\n    height: /h\n  named: none");

        var reading = offer.read(Places.near(), Draft.response(200, "{\"list\":[[{\"n\":\"a\",\"h\":1}]]}"));

        assertThat(reading)
                .isEqualTo(
                        new Reading.Failure(Outcome.DRIFTED, "trial/places.places.name is missing in every element"));
    }

    @Test
    void takesWhatAStarFindsForOneElementEachUnlessItIsAList() {
        var offer = Draft.offer(
                "trial/places",
                "get: /x\nanswer:\n  places:\n    each: /*/*\n    name: /\n    height: =1\n  named: none");

        var reading = offer.read(Places.near(), Draft.response(200, "{\"x\":[\"a\",[\"b\",\"c\"]]}"));

        assertThat(json(reading)).contains("\"a\"", "\"b\"", "\"c\"");
    }

    @Test
    void makesNoMapWhereNoEntryIsWhole() {
        var offer = Draft.offer(
                "trial/places",
                "get: /x\nanswer:\n  places: none\n  named:\n    entries: /o\n    name: key\n    height: /h");

        assertThat(offer.read(Places.near(), Draft.response(200, "{\"o\":{\"a\":{}}}")))
                .isEqualTo(
                        new Reading.Failure(Outcome.DRIFTED, "trial/places.named.height is missing in every element"));
        assertThat(json(offer.read(Places.near(), Draft.response(200, "{\"o\":{}}"))))
                .isEqualTo("{\"places\":[],\"named\":{}}");
    }

    /// A `limit` that is no number.
    @Operation(path = "trial/limited", summary = "Limited")
    public record Limited(@Nullable String limit) implements Query<Limited.Answer> {
        /// All of it.
        public record Answer(List<Part> parts) {}

        /// A part.
        public record Part(String name) {}
    }

    /// A `limit` that is several.
    @Operation(path = "trial/limits", summary = "Limits")
    public record Limits(@Nullable List<Integer> limit) implements Query<Limited.Answer> {}

    @Test
    void cutsAListOnlyAtALimitThatIsANumber() {
        var operations = Operations.of(Limited.class, Limits.class);
        var body = Draft.response(200, "[{\"n\":\"a\"},{\"n\":\"b\"}]");

        for (var query : List.of(new Limited("1"), new Limits(List.of(1)))) {
            var path = query instanceof Limits ? "trial/limits" : "trial/limited";
            var offer = Draft.provider(
                            operations,
                            Draft.HEAD + "operations:\n  " + path
                                    + ":\n    get: /x\n    answer: { parts: { each: /, name: /n } }\n")
                    .offers()
                    .getFirst();

            assertThat(json(offer.read(query, body))).isEqualTo("{\"parts\":[{\"name\":\"a\"},{\"name\":\"b\"}]}");
        }
    }

    @Test
    void cutsAMapAtTheLimitOfTheQuery() {
        var offer = Draft.offer(
                "trial/places",
                "get: /x\nanswer:\n  places: none\n  named:\n    entries: /o\n    name: key\n    height: /");

        assertThat(json(offer.read(
                        Places.near(), Draft.response(200, "{\"o\":{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5}}"))))
                .contains("\"c\":{")
                .doesNotContain("\"d\"", "\"e\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            map: /a   ¦ x         ¦ x is no object
            map: /a   ¦ [ ]       ¦ a list is no object
            map: /a   ¦ {"b":"c"} ¦ c is not a whole number between -2147483648 and 2147483647
            list: /a  ¦ x         ¦ x is no list
            list: /a  ¦ [ { } ]   ¦ an object is not a text
            mood: /a  ¦ worse     ¦ worse is none of GOOD, VERY_BAD, OTHER
            whole: /a ¦ [ ]       ¦ a list is not a whole number between -2147483648 and 2147483647
            """)
    void saysWhyAValueCannotBeRead(String answer, String value, String why) {
        var json = value.startsWith("[") || value.startsWith("{") ? value : "\"" + value + "\"";

        var reading = Draft.offer("trial/any", "get: /x\nanswer: { " + answer + " }")
                .read(AnyValue.NONE, Draft.response(200, "{\"a\":" + json + "}"));

        assertThat(reading)
                .isEqualTo(new Reading.Failure(
                        Outcome.MALFORMED, "trial/any." + answer.substring(0, answer.indexOf(':')) + ": " + why));
    }

    private static String json(Reading reading) {
        return reading instanceof Reading.Answer answer
                ? Json.contract(answer.value()).toString()
                : reading.toString();
    }
}
