package dev.universalapi.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.shape.Json;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Places;
import dev.universalapi.engine.trial.Single;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTests {
    private static final String NONE = "\nnamed: none\n";

    private static Reading places(String answer, String body) {
        var offer = Draft.offer("trial/places", "get: /x\nanswer:\n" + (answer + NONE).indent(2));
        return offer.read(Places.near(), Draft.response(200, body));
    }

    private static Reading single(String answer, String body) {
        return Draft.offer("trial/single", "get: /x\nanswer:\n" + answer.indent(2))
                .read(new Single("n"), Draft.response(200, body));
    }

    private static String json(Reading reading) {
        return reading instanceof Reading.Answer answer
                ? Json.contract(answer.value()).toString()
                : reading.toString();
    }

    @Test
    void makesTheElementsOfAList() {
        var answer = "total: /n\nplaces:\n  each: /list\n  name: /n\n  height: /h or //h\n  people: /p";

        var reading = places(answer, "{\"n\":5,\"h\":0,\"list\":[{\"n\":\"a\",\"h\":1.5,\"p\":7},{\"n\":\"b\"}]}");

        assertThat(json(reading))
                .isEqualTo("{\"places\":[{\"name\":\"a\",\"height\":1.5,\"people\":7},{\"name\":\"b\",\"height\":0.0}],"
                        + "\"named\":{},\"total\":5}");
    }

    @Test
    void leavesOutElementsThatLackWhatIsRequiredAndCountsThem() {
        var answer = "places:\n  each: /list\n  name: /n\n  height: /h";

        var reading = places(answer, "{\"list\":[{\"n\":\"a\"},{\"n\":\"b\",\"h\":2},{\"h\":3},{\"n\":null,\"h\":3}]}");

        assertThat(reading).isInstanceOfSatisfying(Reading.Answer.class, whole -> {
            assertThat(whole.leftOut()).isEqualTo(3);
            assertThat(json(whole)).contains("[{\"name\":\"b\",\"height\":2.0}]");
        });
    }

    @Test
    void driftsWhenNoElementHasTheMember() {
        var answer = "places:\n  each: /list\n  name: /n\n  height: /h";

        var reading = places(answer, "{\"list\":[{\"n\":\"a\",\"height\":1},{\"n\":\"b\",\"height\":2}]}");

        assertThat(reading)
                .isEqualTo(
                        new Reading.Failure(Outcome.DRIFTED, "trial/places.places.height is missing in every element"));
    }

    @Test
    void isMalformedWhenNoElementIsWholeAndOneIsNull() {
        var answer = "places:\n  each: /list\n  name: /n\n  height: /h";

        assertThat(places(answer, "{\"list\":[{\"n\":\"a\"},{\"n\":\"b\",\"h\":null}]}")
                        .outcome())
                .isEqualTo(Outcome.MALFORMED);
    }

    @Test
    void isMalformedWhenOneElementCannotBeRead() {
        var answer = "places:\n  each: /list\n  name: /n\n  height: /h\n  people: /p";

        var reading = places(answer, "{\"list\":[{\"n\":\"a\",\"h\":1},{\"n\":\"b\",\"h\":2,\"p\":\"many\"}]}");

        assertThat(reading)
                .isEqualTo(new Reading.Failure(
                        Outcome.MALFORMED,
                        "trial/places.places.people: many is not a whole number between -2147483648 and 2147483647"));
    }

    @Test
    void takesAnEmptyListAndCountsWhatIsNoListAsOneElement() {
        var answer = "places:\n  each: /list\n  name: /n\n  height: /h";

        assertThat(json(places(answer, "{\"list\":[]}"))).contains("\"places\":[]");
        assertThat(json(places(answer, "{\"list\":{\"n\":\"a\",\"h\":1}}"))).contains("\"name\":\"a\"");
        assertThat(places(answer, "{}").outcome()).isEqualTo(Outcome.DRIFTED);
        assertThat(places(answer, "{\"list\":null}").outcome()).isEqualTo(Outcome.MALFORMED);
        assertThat(json(places(answer.replace("/list", "/list or none"), "{}"))).contains("\"places\":[]");
    }

    @Test
    void runsSeveralListsTogetherAndCutsAtTheLimit() {
        var answer = "places:\n  each: /*\n  name: /n\n  height: /h";
        var body =
                "{\"x\":[{\"n\":\"a\",\"h\":1},{\"n\":\"b\",\"h\":2}],\"y\":[{\"n\":\"c\",\"h\":3},{\"n\":\"d\",\"h\":4}]}";

        assertThat(json(places(answer, body)))
                .contains("\"a\"", "\"b\"", "\"c\"")
                .doesNotContain("\"d\"");
    }

    @Test
    void makesTheEntriesOfAnObject() {
        var answer = "places:\n  entries: /o\n  name: key\n  height: /";

        assertThat(json(places(answer, "{\"o\":{\"a\":1,\"b\":2}}")))
                .contains("[{\"name\":\"a\",\"height\":1.0},{\"name\":\"b\",\"height\":2.0}]");
        assertThat(places(answer, "{\"o\":[1]}"))
                .isEqualTo(new Reading.Failure(Outcome.MALFORMED, "trial/places.places: a list is no object"));
        assertThat(places(answer, "{}").outcome()).isEqualTo(Outcome.DRIFTED);
    }

    @Test
    void makesAMapThatKeepsItsNames() {
        var offer = Draft.offer("trial/places", """
                get: /x
                answer:
                  places: none
                  named:
                    entries: /o
                    name: "{key | upper}"
                    height: "/{key}"
                """);

        var reading = offer.read(
                Places.near(), Draft.response(200, "{\"o\":{\"a\":{\"a\":1},\"b\":{\"c\":2},\"c\":{\"c\":3}}}"));

        assertThat(json(reading))
                .contains("\"named\":{\"a\":{\"name\":\"A\",\"height\":1.0},\"c\":{\"name\":\"C\",\"height\":3.0}}");
    }

    @Test
    void makesRowsOfColumns() {
        var answer = "places:\n  columns: /c\n  name: /n\n  height: /h\n  people: /p\n  since: /t | zone:/z";
        var body = "{\"c\":{\"n\":[\"a\",\"b\"],\"h\":[1,2],\"p\":[null,3],\"z\":\"UTC\","
                + "\"t\":[\"2025-11-21T10:00\",\"2025-11-22\"]}}";

        assertThat(json(places(answer, body)))
                .contains("[{\"name\":\"a\",\"height\":1.0,\"since\":\"2025-11-21T10:00:00Z\"},"
                        + "{\"name\":\"b\",\"height\":2.0,\"people\":3,\"since\":\"2025-11-22T00:00:00Z\"}]");
    }

    @Test
    void keepsRowsTogetherWhereAStarFindsGaps() {
        var answer = "places:\n  columns: /\n  name: /r/*/n\n  height: /r/*/h\n  people: /r/*/p";
        var body = "{\"r\":[{\"n\":\"a\",\"h\":1},{\"n\":null,\"h\":2,\"p\":9},{\"n\":\"c\",\"h\":3},5,null]}";

        var reading = places(answer, body);

        assertThat(json(reading)).contains("[{\"name\":\"a\",\"height\":1.0},{\"name\":\"c\",\"height\":3.0}]");
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Answer.class, it -> assertThat(it.leftOut()).isEqualTo(3));
    }

    @Test
    void isMalformedWhenColumnsAreOfUnequalLength() {
        var answer = "places:\n  columns: /c\n  name: /n\n  height: /h";

        assertThat(places(answer, "{\"c\":{\"n\":[\"a\",\"b\"],\"h\":[1]}}"))
                .isEqualTo(new Reading.Failure(
                        Outcome.MALFORMED, "trial/places.places: columns of unequal length [1, 2]"));
        assertThat(places(answer, "{\"c\":{\"n\":\"a\",\"h\":1}}").outcome()).isEqualTo(Outcome.DRIFTED);
        assertThat(places(answer, "{}").outcome()).isEqualTo(Outcome.DRIFTED);
        assertThat(places(answer, "{\"c\":{\"n\":[\"a\"],\"hh\":[1]}}").outcome())
                .isEqualTo(Outcome.DRIFTED);
    }

    @Test
    void makesANullableNestedRecordNullWhenItIsNotWhole() {
        var answer = "places:\n  each: /\n  name: /n\n  height: /h\n  spot:\n    latitude: /a\n    longitude: /o";

        assertThat(json(places(answer, "[{\"n\":\"x\",\"h\":1,\"a\":0,\"o\":0}]")))
                .contains("\"spot\":{\"latitude\":0.0,\"longitude\":0.0}");
        assertThat(json(places(answer, "[{\"n\":\"x\",\"h\":1,\"a\":5}]"))).doesNotContain("spot");
        assertThat(places(answer, "[{\"n\":\"x\",\"h\":1,\"a\":5,\"o\":\"west\"}]")
                        .outcome())
                .isEqualTo(Outcome.MALFORMED);
    }

    @Test
    void tellsDriftFromMalformed() {
        var answer = "id: /id\nnumber: /n\ninner:\n  a: /i/a\n  b: /i/b\n";

        assertThat(json(single(answer, "{\"id\":\"x\",\"n\":0,\"i\":{\"a\":\"y\"}}")))
                .isEqualTo("{\"id\":\"x\",\"number\":0,\"inner\":{\"a\":\"y\"}}");
        assertThat(single(answer, "{\"n\":0,\"i\":{\"a\":\"y\"}}"))
                .isEqualTo(new Reading.Failure(Outcome.DRIFTED, "trial/single.id is missing"));
        assertThat(single(answer, "{\"n\":0,\"i\":{}}").outcome()).isEqualTo(Outcome.DRIFTED);
        assertThat(single(answer, "{\"id\":null,\"n\":0,\"i\":{\"a\":\"y\"}}").outcome())
                .isEqualTo(Outcome.MALFORMED);
        assertThat(single(answer, "{\"n\":0,\"i\":{\"a\":\" \"}}").outcome()).isEqualTo(Outcome.MALFORMED);
        assertThat(single(answer, "{\"n\":0,\"i\":null}").outcome()).isEqualTo(Outcome.MALFORMED);
        assertThat(single(answer, "{\"n\":\"x\"}").outcome()).isEqualTo(Outcome.MALFORMED);
        assertThat(single(answer, "nothing").outcome()).isEqualTo(Outcome.MALFORMED);
        assertThat(single(answer, "").outcome()).isEqualTo(Outcome.MALFORMED);
        assertThat(single(answer, "{\"id\":\"x\",\"n\":0").outcome()).isEqualTo(Outcome.MALFORMED);
    }

    @Test
    void isMalformedWhenTheContractRefusesTheValues() {
        var answer = "id: /id\nnumber: /n\ninner:\n  a: /id\n";

        assertThat(single(answer, "{\"id\":\"x\",\"n\":-1}"))
                .isEqualTo(
                        new Reading.Failure(Outcome.MALFORMED, "the contract refuses the answer: a negative number"));
    }

    @Test
    void readsXmlWhereAListTakesAllAndOneValueTheFirst() {
        var offer = Draft.offer("trial/any", """
                get: /x
                reads: xml
                answer:
                  text: /r/a
                  list: /r/a
                  whole: /r/b/@n
                  day: "/r/c[@k=y]/d"
                  exact: /r/b
                  big: /r/a/1
                  mood: /r/m/0
                  real: /r/b | number
                """);
        var body = """
                <?xml version="1.0"?><!DOCTYPE r SYSTEM "http://127.0.0.1:1/x.dtd">
                <p:r xmlns:p="urn:x"><a>x</a><a>2</a><a/><b n="5"> 1.50 </b>
                <c k="x"><d>2025-01-01</d></c><c k="y"><d>2025-01-02</d></c><m>good</m></p:r>
                """;

        var reading = offer.read(AnyValue.NONE, Draft.response(200, body));

        assertThat(json(reading))
                .isEqualTo("{\"text\":\"x\",\"whole\":5,\"big\":2,\"real\":1.5,\"exact\":1.50,\"day\":\"2025-01-02\","
                        + "\"mood\":\"GOOD\",\"list\":[\"x\",\"2\"]}");
    }

    @Test
    void readsTextHeadersAndNothing() {
        var text = Draft.offer("trial/any", "get: /x\nreads: text\nanswer:\n  text: /\n  link: header:Location");
        var nothing = Draft.offer("trial/any", "get: /x\nreads: nothing\nanswer:\n  text: header:X-Id");

        var read = text.read(
                AnyValue.NONE,
                new EgressResponse(
                        200,
                        Map.of(
                                "location",
                                List.of("https://a.example"),
                                "content-type",
                                List.of("text/plain; charset=latin1")),
                        "é".getBytes(StandardCharsets.ISO_8859_1)));
        var empty =
                nothing.read(AnyValue.NONE, new EgressResponse(204, Map.of("x-id", List.of("7")), new byte[] {1, 2}));

        assertThat(json(read)).isEqualTo("{\"text\":\"é\",\"link\":\"https://a.example\"}");
        assertThat(json(empty)).isEqualTo("{\"text\":\"7\"}");
    }

    @Test
    void makesAnAnswerWithoutACall() {
        var offer =
                Draft.offer("trial/single", "answer:\n  id: '{name}'\n  number: =5\n  inner:\n    a: 'x/{name | url}'");

        var reading = offer.compose(new Single("a b"));

        assertThat(offer.calls()).isFalse();
        assertThat(json(reading)).isEqualTo("{\"id\":\"a b\",\"number\":5,\"inner\":{\"a\":\"x/a%20b\"}}");
    }

    @Test
    void endsAnEchoInEachElement() {
        var answer = "places:\n  each: /list\n  name: //t\n  height: /";
        var offer = Draft.offer("trial/places", "get: /x\nanswer:\n" + (answer + NONE).indent(2));
        var body = "{\"t\":\"" + "x".repeat(2_000) + "\",\"list\":[" + "1,".repeat(4_000) + "1]}";

        var reading = offer.read(new Places(0, 0, 10_000, null, null, null), Draft.response(200, body));

        assertThat(reading)
                .isEqualTo(new Reading.Failure(Outcome.MALFORMED, "the answer would be longer than 4 Mi characters"));
    }
}
