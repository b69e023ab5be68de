package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.problem.ProblemType;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Questions by body, answers of bytes, and commands.
class KindsTests extends AtelierTests {
    private static final String TWO = "{\"colour\": \"red\", \"tubes\": 2}";
    private static final String ORDER = "/api/paint/order";

    @Test
    void aQueryIsAskedByABodyToo() throws Exception {
        var answer = body(
                post("/api/paint/colour", "{\"name\": \"red\", \"latitude\": 0}")
                        .exchange(),
                200);

        assertThat(answer.at("/data/hex").asString()).isEqualTo("#ff0000");
        assertThat(providers.asked()).isEqualTo(new Colour("red", 0, 5));
    }

    @Test
    void status400NamesTheMemberOfTheBody() throws Exception {
        var problem = problem(
                post("/api/paint/colour", "{\"name\": \"red\", \"latitude\": \"0\"}")
                        .exchange(),
                400,
                "invalid-parameter");

        assertThat(problem.at("/errors/0/in").asString()).isEqualTo("body");
        assertThat(problem.at("/errors/0/detail").asString()).isEqualTo("latitude must be a number, was 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "red"})
    void status400ForABodyThatIsNoObject(String body) throws Exception {
        var problem = problem(post("/api/paint/colour", body).exchange(), 400, "invalid-parameter");

        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo("body");
    }

    @Test
    void status400ForAParameterBesideABody() throws Exception {
        var problem = problem(post(RED, "{}").exchange(), 400, "invalid-parameter");

        assertThat(problem.path("detail").asString()).isEqualTo("name belongs into the body of a POST");
    }

    @Test
    void aBodyIsPlannedToo() throws Exception {
        var plan = body(
                post("/api/paint/colour?dryRun=true", "{\"name\": \"red\", \"latitude\": 0}")
                        .exchange(),
                200);

        assertThat(plan.path("candidates")).hasSize(2);
    }

    @Test
    void status415() throws Exception {
        var answer = post("/api/paint/colour", "{}").contentType("text/plain").exchange();

        problem(answer, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/event-stream", "nonsense"})
    void status406(String accept) throws Exception {
        problem(to(RED).header("Accept", accept).exchange(), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "text/html, application/*;q=0.5", ""})
    void acceptsWhoTakesJson(String accept) throws Exception {
        body(to(RED).header("Accept", accept).exchange(), 200);
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, image/png",
        "audio/mpeg, audio/mpeg",
        "video/mp4, video/mp4",
        "application/pdf, application/pdf",
        "application/octet-stream, application/octet-stream",
        "text/html, application/octet-stream",
        "image/svg+xml, application/octet-stream",
        "image/*, application/octet-stream",
        "nonsense, application/octet-stream"
    })
    void bytesKeepATypeThatDoesNoHarm(String told, String sent) throws Exception {
        var answer = to("/api/paint/swatch?name=" + told.replace("+", "%2B"))
                .exchange()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo(sent);
        assertThat(answer.getContentAsByteArray()).containsExactly(1, 2, 3);
        assertThat(answer.getContentLength()).isEqualTo(3);
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("X-Provider")).isEqualTo("pigments");
        assertThat(answer.getHeader("X-Mode")).isEqualTo("live");
        assertThat(answer.getHeader("X-Receipt")).isEqualTo(answer.getHeader("X-Request-Id"));
        assertThat(answer.getHeader("X-Attempts")).isEqualTo("1");
        assertThat(answer.getHeader("X-Attribution")).isEqualTo("%C2%A9%20Pigments%2C%20K%C3%B6ln");
    }

    @Test
    void bytesThatNobodyGivesAreAProblem() throws Exception {
        providers.refuse(ProblemType.NO_RESULT, null);

        problem(to("/api/paint/swatch?name=image/png").exchange(), 404, "no-result");
    }

    @Test
    void aCommandIsCarriedOutOnceAKey() throws Exception {
        var key = fresh();
        var before = providers.calls();

        var first = post(ORDER, TWO).header("Idempotency-Key", key).exchange();
        var second = post(ORDER, "{\"tubes\": 2, \"colour\": \"red\"}")
                .header("Idempotency-Key", key)
                .exchange();

        assertThat(body(second, 200)).isEqualTo(body(first, 200));
        assertThat(body(first, 200).at("/data/number").asString()).endsWith(" of 2");
        assertThat(first.getResponse().getContentType()).isEqualTo("application/json");
        assertThat(first.getResponse().containsHeader("Idempotent-Replayed")).isFalse();
        assertThat(second.getResponse().getHeader("Idempotent-Replayed")).isEqualTo("true");
        assertThat(providers.calls()).isEqualTo(before + 1);
    }

    @Test
    void aKeyBelongsToItsOrganisation() throws Exception {
        var key = fresh();

        var mine = body(post(ORDER, TWO).header("Idempotency-Key", key).exchange(), 200);
        var theirs = body(
                postAs(ORDER, TWO, Atelier.STRANGER)
                        .header("Idempotency-Key", key)
                        .exchange(),
                200);

        assertThat(theirs).isNotEqualTo(mine);
    }

    @Test
    void status422ForAKeyOfAnotherCommand() throws Exception {
        var key = fresh();
        body(post(ORDER, TWO).header("Idempotency-Key", key).exchange(), 200);

        var answer = post(ORDER, "{\"colour\": \"red\", \"tubes\": 3}")
                .header("Idempotency-Key", key)
                .exchange();

        problem(answer, 422, "idempotency-key-reused");
    }

    @Test
    void whatWasNotDoneLeavesItsKeyFree() throws Exception {
        var key = fresh();
        providers.refuse(ProblemType.PROVIDERS_RATE_LIMITED, null);
        problem(post(ORDER, TWO).header("Idempotency-Key", key).exchange(), 429, "providers-rate-limited");
        providers.answer();

        body(post(ORDER, TWO).header("Idempotency-Key", key).exchange(), 200);
    }

    @Test
    void whatMayHaveBeenDoneIsNotDoneAgain() throws Exception {
        var key = fresh();
        providers.refuse(ProblemType.OUTCOME_UNKNOWN, null);
        problem(post(ORDER, TWO).header("Idempotency-Key", key).exchange(), 502, "outcome-unknown");
        providers.answer();
        var before = providers.calls();

        problem(post(ORDER, TWO).header("Idempotency-Key", key).exchange(), 502, "outcome-unknown");

        assertThat(providers.calls()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "é"})
    void status400ForAKeyThatIsNone(String key) throws Exception {
        var problem = problem(post(ORDER, TWO).header("Idempotency-Key", key).exchange(), 400, "invalid-parameter");

        assertThat(problem.at("/errors/0/in").asString()).isEqualTo("header");
    }

    @Test
    void status400WithoutAKeyOrWithALongOne() throws Exception {
        problem(post(ORDER, TWO).exchange(), 400, "invalid-parameter");
        problem(post(ORDER, TWO).header("Idempotency-Key", "k".repeat(129)).exchange(), 400, "invalid-parameter");
        body(post(ORDER, TWO).header("Idempotency-Key", "k".repeat(128)).exchange(), 200);
    }

    @Test
    void aCommandIsPlannedWithoutAKey() throws Exception {
        body(post(ORDER + "?dryRun=true", TWO).exchange(), 200);
    }

    @Test
    void status405ForACommandByGet() throws Exception {
        var answer = to(ORDER + "?colour=red&tubes=2").exchange();

        problem(answer, 405, "method-not-allowed");
        assertThat(answer.getResponse().getHeader("Allow")).isEqualTo("POST");
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
