package dev.universalapi.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.kind.Binary;
import dev.universalapi.engine.kind.Command;
import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.kind.Parts;
import dev.universalapi.engine.kind.Streamed;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.shape.Json;
import dev.universalapi.engine.trial.Draft;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormTests {
    private static final Operations OPERATIONS = Operations.of(Picture.class, Story.class, Mail.class, Fact.class);
    private static final String PICTURE = """
            form/picture:
                get: /picture
                reads: binary
            """;

    /// Answered by bytes.
    @Operation(path = "form/picture", summary = "A picture")
    public record Picture() implements Query<Binary> {}

    /// Answered in parts.
    @Operation(path = "form/story", summary = "A story")
    public record Story() implements Query<Streamed<Story.Part>> {

        /// A word of it.
        public record Part(String word) {}
    }

    /// Something to be done.
    @Operation(path = "form/mail", summary = "A mail")
    public record Mail(String to) implements Command<Mail.Answer> {

        /// What was done.
        public record Answer(String id) {}
    }

    /// Answered by a record.
    @Operation(path = "form/fact", summary = "A fact")
    public record Fact() implements Query<Fact.Answer> {

        /// What it is.
        public record Answer(String text) {}
    }

    /// Not allowed.
    @Operation(path = "form/spell", summary = "A spell")
    public record Spell() implements Query<String> {}

    /// Not allowed: what came of a command is told again, and nobody keeps a stream.
    @Operation(path = "form/order", summary = "An order")
    public record Order(String what) implements Query<List<String>> {}

    @Test
    void everyOperationKnowsItsKindAndForm() {
        assertThat(OPERATIONS.all())
                .extracting(type -> type.path() + " " + type.kind() + " " + type.form() + " "
                        + type.answerType().getSimpleName())
                .containsExactly(
                        "form/fact " + Kind.QUERY + " " + Form.RECORD + " Answer",
                        "form/mail " + Kind.COMMAND + " " + Form.RECORD + " Answer",
                        "form/picture " + Kind.QUERY + " " + Form.BINARY + " Binary",
                        "form/story " + Kind.QUERY + " " + Form.STREAM + " Part");
        assertThatThrownBy(() -> Operations.of(Spell.class)).hasMessageContaining("must implement Query<its answer>");
        assertThatThrownBy(() -> Operations.of(Order.class)).hasMessageContaining("must implement Query<its answer>");
    }

    @Test
    void knowsWhatAnswersIt() {
        var story = OPERATIONS.find("form/story").orElseThrow();
        var picture = OPERATIONS.find("form/picture").orElseThrow();

        assertThat(story.answers(new Parts(List.of(new Story.Part("once"))))).isTrue();
        assertThat(story.answers(new Parts(List.of(new Picture())))).isFalse();
        assertThat(story.answers(new Story.Part("once"))).isFalse();
        assertThat(picture.answers(new Binary("image/png", new byte[1]))).isTrue();
        assertThat(picture.answers(new Picture())).isFalse();
        assertThat(Json.contract(new Parts(List.of(new Story.Part("once"))))).hasToString("[{\"word\":\"once\"}]");
        assertThat(Json.contract(new Binary("image/png", new byte[1]))).hasToString("{\"contentType\":\"image/png\"}");
    }

    @Test
    void theBodyIsTheAnswer() {
        var offer = offer(PICTURE);

        var reading = offer.read(new Picture(), response(200, "image/png", "bytes"));

        assertThat(reading).isInstanceOf(Reading.Answer.class);
        assertThat(((Reading.Answer) reading).value())
                .isEqualTo(new Binary("image/png", "bytes".getBytes(StandardCharsets.UTF_8)))
                .hasToString("image/png, 5 bytes");
        assertThat(offer.once()).isFalse();
    }

    @Test
    void bytesOfNoTypeAreBytes() {
        var reading = offer(PICTURE).read(new Picture(), new EgressResponse(200, Map.of(), new byte[] {1}));

        assertThat(((Reading.Answer) reading).value())
                .isEqualTo(new Binary("application/octet-stream", new byte[] {1}));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            image/svg+xml                  ¦ OK
            IMAGE/PNG                      ¦ OK
            audio/mpeg; rate=8             ¦ OK
            video/mp4                      ¦ OK
            application/pdf                ¦ OK
            application/octet-stream       ¦ OK
            text/html; charset=utf-8       ¦ MALFORMED
            application/json               ¦ MALFORMED
            application/pdf+json           ¦ MALFORMED
            imagery                        ¦ MALFORMED
            """)
    void whatIsNoFileByItsTypeIsNoPicture(String type, Outcome outcome) {
        var reading = offer(PICTURE).read(new Picture(), response(200, type, "bytes"));

        assertThat(reading.outcome()).isEqualTo(outcome);
    }

    @Test
    void saysOfWhichTypeItIsWhatIsNoFile() {
        assertThat(offer(PICTURE).read(new Picture(), response(200, "text/html; charset=utf-8", "<p>Sorry</p>")))
                .isEqualTo(new Reading.Failure(
                        Outcome.MALFORMED, "text/html is neither a picture, a sound, a film nor a file"));
    }

    @Test
    void aRuleRefusesWhatIsNoFileBeforeItsTypeDoes() {
        var offer = offer(PICTURE + "    refuse: { when: 203, as: quota-spent }\n");

        assertThat(offer.read(new Picture(), response(203, "text/html", "<p>Spent</p>"))
                        .outcome())
                .isEqualTo(Outcome.QUOTA_SPENT);
    }

    @ParameterizedTest
    @CsvSource({"404, NOT_FOUND", "503, UNAVAILABLE", "401, DEAD_KEY", "302, MALFORMED"})
    void aStatusThatIsNoneOfSuccessRefusesBytesToo(int status, Outcome outcome) {
        assertThat(offer(PICTURE)
                        .read(new Picture(), response(status, "image/png", "bytes"))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void whatIsRefusedEmptyOrTooLargeIsNoPicture() {
        var offer = offer(PICTURE + "    refuse: { when: 204, as: not-found }\n");

        assertThat(offer.read(new Picture(), response(204, "image/png", "")).outcome())
                .isEqualTo(Outcome.NOT_FOUND);
        assertThat(offer.read(new Picture(), response(200, "image/png", "")).outcome())
                .isEqualTo(Outcome.MALFORMED);
        assertThat(offer.read(new Picture(), new EgressResponse(200, Map.of(), new byte[(4 << 20) + 1]))
                        .outcome())
                .isEqualTo(Outcome.MALFORMED);
    }

    @Test
    void aCommandIsDoneOnceWithoutAWord() {
        assertThat(offer("form/mail:\n    post: /mail\n    answer: { id: /id }\n")
                        .once())
                .isTrue();
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of("picture", "get: /p\nanswer: { contentType: /a }", "is answered by bytes; write"),
                Arguments.of("picture", "get: /p\nreads: json\nanswer: { contentType: /a }", "is answered by bytes"),
                Arguments.of(
                        "picture", "get: /p\nreads: binary\nanswer: { contentType: /a }", "the body is the answer"),
                Arguments.of("picture", "get: /p\nreads: binary\nrefuse: { when: 204, as: empty }", "cannot be empty"),
                Arguments.of("fact", "get: /f\nreads: binary", "is answered by a record"),
                Arguments.of("story", "get: /s\nanswer: { word: /w }", "is answered in parts"),
                Arguments.of("mail", "post: /m\nanswer: { id: /id }\ncache: 5m", "`once` is not cached"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void refusesWordsThatDoNotFitTheForm(String operation, String words, String why) {
        var errors = Draft.errors(OPERATIONS, manifest("form/" + operation + ":\n" + words.indent(4)));

        assertThat(errors).anySatisfy(error -> assertThat(error).contains(why));
    }

    private static Offer offer(String operation) {
        return Draft.provider(OPERATIONS, manifest(operation)).offers().getFirst();
    }

    private static String manifest(String operation) {
        return Draft.HEAD + "operations:\n" + operation.indent(2);
    }

    private static EgressResponse response(int status, String type, String body) {
        return new EgressResponse(status, Map.of("content-type", List.of(type)), body.getBytes(StandardCharsets.UTF_8));
    }
}
