package dev.universalapi.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.shape.Json;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Draft;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists within lists, and lists that are too long.
class ListTests {

    /// Shelves of books.
    @Operation(path = "trial/shelves", summary = "Shelves")
    public record Shelves(@Nullable List<Shelf> known) implements Query<Shelves.Answer> {

        /// All of them.
        public record Answer(List<Shelf> shelves) {}

        /// One.
        public record Shelf(
                String name, List<Book> books, @Nullable Map<String, Book> named) {}

        /// A book.
        public record Book(String title, @Nullable Integer pages) {}
    }

    /// Subjects of a book.
    @Operation(path = "trial/subjects", summary = "Subjects")
    public record Subjects() implements Query<Subjects.Answer> {

        /// Their names.
        public record Answer(List<String> names) {}
    }

    private static final Operations OPERATIONS = Operations.of(Shelves.class, Subjects.class);

    private static Reading read(String answer, String body) {
        return Draft.provider(OPERATIONS, manifest(answer))
                .offers()
                .getFirst()
                .read(new Shelves(null), Draft.response(200, body));
    }

    private static String manifest(String answer) {
        return Draft.HEAD + "operations:\n  trial/shelves:\n    get: /x\n    answer:\n" + answer.indent(6);
    }

    private static String json(Reading reading) {
        return reading instanceof Reading.Answer answer
                ? Json.contract(answer.value()).toString()
                : reading.toString();
    }

    private static final String NESTED = """
            shelves:
              each: /s
              name: /n
              books:
                each: /b
                title: /t
                pages: /p
              named:
                entries: /m
                title: key
            """;

    @Test
    void makesListsWithinLists() {
        var body = "{\"s\":[{\"n\":\"a\",\"b\":[{\"t\":\"x\"},{\"p\":1}],\"m\":{\"y\":1}},{\"n\":\"b\",\"b\":[]}]}";

        var reading = read(NESTED, body);

        assertThat(json(reading))
                .isEqualTo(
                        "{\"shelves\":[{\"name\":\"a\",\"books\":[{\"title\":\"x\"}],\"named\":{\"y\":{\"title\":\"y\"}}},"
                                + "{\"name\":\"b\",\"books\":[]}]}");
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Answer.class, it -> assertThat(it.leftOut()).isEqualTo(1));
    }

    @Test
    void isSpoiltByAListWithinAListThatHasNoWholeElement() {
        assertThat(read(NESTED, "{\"s\":[{\"n\":\"a\",\"b\":[{\"p\":1}]}]}"))
                .isEqualTo(new Reading.Failure(
                        Outcome.DRIFTED, "trial/shelves.shelves.books.title is missing in every element"));
        assertThat(read(NESTED, "{\"s\":[{\"n\":\"a\",\"b\":[{\"t\":\"\"}]}]}").outcome())
                .isEqualTo(Outcome.MALFORMED);
        assertThat(read(NESTED, "{\"s\":[{\"n\":\"a\",\"b\":null}]}").outcome()).isEqualTo(Outcome.MALFORMED);
        assertThat(read(NESTED, "{\"s\":[{\"n\":\"a\",\"b\":[{\"t\":\"x\",\"p\":\"y\"}]},{\"n\":\"b\",\"b\":[]}]}")
                        .outcome())
                .isEqualTo(Outcome.MALFORMED);
        assertThat(read(NESTED, "{\"s\":[{\"n\":\"a\",\"b\":[],\"m\":[]}]}").outcome())
                .isEqualTo(Outcome.MALFORMED);
    }

    @Test
    void endsAListOfListsThatIsTooLong() {
        var many = "[" + "{\"t\":\"x\"},".repeat(2_999) + "{\"t\":\"x\"}]";

        var reading = read(
                "shelves:\n  each: /s\n  name: /n\n  books:\n    each: /*\n    title: /t",
                "{\"s\":[{\"n\":\"a\",\"x\":" + many + ",\"y\":" + many + "}]}");

        assertThat(reading)
                .isEqualTo(new Reading.Failure(
                        Outcome.MALFORMED, "trial/shelves.shelves.books: more than 5,000 elements"));
    }

    @Test
    void makesAListAsLongAsAListMayBe() {
        var reading =
                read("shelves:\n  each: /s\n  name: /\n  books: none", "{\"s\":[" + "\"a\",".repeat(4_999) + "\"a\"]}");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Answer.class,
                        it -> assertThat(((Shelves.Answer) it.value()).shelves())
                                .hasSize(5_000));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            {"a":[]}                            ¦ /a/*/b          ¦ []
            {"a":{}}                            ¦ /a/*/b          ¦ []
            {"a":[{"c":1},{"b":"x"}]}           ¦ /a/*/b          ¦ [x]
            {"a":[{"c":1}]}                     ¦ /a/*/b          ¦ drifted
            {"a":[{"c":1},{"c":2}]}             ¦ /a/*/b          ¦ drifted
            {"a":{"k":{"c":1}}}                 ¦ /a/*/b          ¦ drifted
            {"a":[1]}                           ¦ /a/*/b          ¦ drifted
            {"a":[{"b":null},{"c":1}]}          ¦ /a/*/b          ¦ malformed
            {"a":[null]}                        ¦ /a/*/b          ¦ malformed
            {"a":[{"b":[]}]}                    ¦ /a/*/b/*        ¦ []
            {"a":[{"c":[]}]}                    ¦ /a/*/b/*        ¦ drifted
            {"a":[["x"],[]]}                    ¦ /a/*/*          ¦ [x]
            {"a":[1]}                           ¦ /a/*/*          ¦ drifted
            {"a":[{"b":[]}]}                    ¦ /a/*/b/*/c      ¦ []
            {"a":[{"b":[{"d":1}]}]}             ¦ /a/*/b/*/c      ¦ drifted
            {"a":[{"b":[{"d":1}]},{"b":[]}]}    ¦ /a/*/b/*/c      ¦ []
            {"a":[{"b":[{"l":"fr","n":"x"}]}]}  ¦ /a/*/b[l=fr]/n  ¦ [x]
            {"a":[{"b":[{"l":"de","n":"x"}]}]}  ¦ /a/*/b[l=fr]/n  ¦ drifted
            {"a":[null]}                        ¦ /a/*            ¦ []
            {"a":[{"c":1}]}                     ¦ /a/*/b or none  ¦ []
            {"a":[{"c":1}],"d":["y"]}           ¦ /a/*/b or /d    ¦ [y]
            {"a":[{"c":1}]}                     ¦ /a/*/b | lower  ¦ drifted
            """)
    void missesWhatFollowsAStarWhereNoElementHasIt(String body, String names, String expected) {
        var offer = Draft.provider(
                        OPERATIONS,
                        Draft.HEAD + "operations:\n  trial/subjects:\n    get: /x\n    answer: { names: '" + names
                                + "' }\n")
                .offers()
                .getFirst();

        var read = offer.read(new Subjects(), Draft.response(200, body));

        assertThat(
                        read instanceof Reading.Answer(var _, Subjects.Answer answer, var _, var _, var _)
                                ? answer.names().toString()
                                : read.outcome().label())
                .isEqualTo(expected);
    }

    @Test
    void missesAListThatNoElementHas() {
        assertThat(read(NESTED.replace("/s\n", "/s/*/l\n"), "{\"s\":[{\"k\":1}]}"))
                .isEqualTo(new Reading.Failure(Outcome.DRIFTED, "trial/shelves.shelves is missing"));
        assertThat(json(read(NESTED.replace("/s\n", "/s/*/l\n"), "{\"s\":[]}"))).isEqualTo("{\"shelves\":[]}");
    }

    @Test
    void readsListsOfXml() {
        var offer = Draft.provider(
                        OPERATIONS,
                        manifest(NESTED.replace("/s\n", "/r/s\n")).replace("get: /x", "get: /x\n    reads: xml"))
                .offers()
                .getFirst();

        var reading = offer.read(
                new Shelves(null),
                new EgressResponse(
                        200, Map.of(), "<r><s><n>a</n><b><t>x</t></b></s></r>".getBytes(StandardCharsets.UTF_8)));

        assertThat(json(reading)).isEqualTo("{\"shelves\":[{\"name\":\"a\",\"books\":[{\"title\":\"x\"}]}]}");
    }

    @Test
    void readsXmlOfAttributesAndMixedText() {
        var offer = Draft.offer(
                "trial/any",
                "get: /x\nreads: xml\nanswer:\n  text: /r/a\n  mood: /r/m\n  list: /r/a\n  whole: /r/e or none\n  map: /r/o");

        var reading = offer.read(
                AnyValue.NONE,
                Draft.response(200, "<r><a k='1'>x <b>y</b></a><m k='1'>good</m><e k='1'/><o><p>1</p></o></r>"));

        assertThat(json(reading))
                .isEqualTo("{\"text\":\"x y\",\"mood\":\"GOOD\",\"list\":[\"x y\"],\"map\":{\"p\":1}}");
        assertThat(offer.read(AnyValue.NONE, Draft.response(200, "<r><m k='1'/></r>"))
                        .outcome())
                .isEqualTo(Outcome.OK);
    }

    @Test
    void refusesListsThatBeginElsewhere() {
        var inColumns = "shelves:\n  columns: /s\n  name: /n\n  books:\n    each: /b\n    title: /t";
        var fromTop = "shelves:\n  each: /s\n  name: /n\n  books:\n    each: //b\n    title: /t";
        var empty = "shelves:\n  each: none or /s\n  name: /n\n  books: none";

        assertThat(Draft.errors(OPERATIONS, manifest(inColumns)))
                .containsExactly(
                        "acme/provider.yml:14: trial/shelves.shelves.books is a list within columns; use `each`");
        assertThat(Draft.errors(OPERATIONS, manifest(fromTop)))
                .containsExactly(
                        "acme/provider.yml:14: a list in a list begins at the top; begin it at the element, with one `/`");
        assertThat(Draft.errors(OPERATIONS, manifest(empty)))
                .singleElement()
                .asString()
                .contains("nothing comes behind `none`");
        assertThat(Draft.errors(OPERATIONS, manifest("shelves: '{known}'")))
                .singleElement()
                .asString()
                .contains("holds records");
    }

    /// Too deep for a manifest.
    @Operation(path = "trial/deep", summary = "Deep")
    public record Deep() implements Query<Deep.A> {
        public record A(B b) {}

        public record B(C c) {}

        public record C(D d) {}

        public record D(E e) {}

        public record E(F f) {}

        public record F(G g) {}

        public record G(String h) {}
    }

    @Test
    void refusesAnAnswerThatIsTooDeep() {
        var manifest = Draft.HEAD
                + "operations:\n  trial/deep:\n    get: /x\n    answer: { b: { c: { d: { e: { f: { g: { h: /h } } } } } } }\n";

        assertThat(Draft.errors(Operations.of(Deep.class), manifest))
                .containsExactly("acme/provider.yml:9: the answer is deeper than 6 mappings; write it flatter");
    }
}
