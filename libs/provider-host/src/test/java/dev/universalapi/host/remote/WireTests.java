package dev.universalapi.host.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Ending;
import dev.universalapi.engine.Meta;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.body.Raw;
import dev.universalapi.engine.cache.Freshness;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.first.Taken;
import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.kind.Parts;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.page.Cursor;
import dev.universalapi.engine.page.Position;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.receipt.Candidate;
import dev.universalapi.engine.receipt.Receipt;
import dev.universalapi.engine.receipt.Score;
import dev.universalapi.engine.sample.Sample;
import dev.universalapi.engine.sample.Samples;
import dev.universalapi.host.remote.House.Flours;
import dev.universalapi.providers.Content;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WireTests {
    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00.123456789Z");
    private static final OperationType FLOURS =
            House.OPERATIONS.find(Flours.class).orElseThrow();
    private static final OperationType SONG =
            House.OPERATIONS.find(House.Song.class).orElseThrow();
    private static final List<Attempt> ATTEMPTS = Arrays.stream(Outcome.values())
            .map(outcome -> new Attempt("mill", outcome, 12, 503, "sick é", 30L, Attempt.HEDGE))
            .toList();
    private static final Receipt RECEIPT = new Receipt(
            "r-1",
            "acme",
            "grain/flours",
            Map.of("grain", "rye", "limit", 2),
            NOW,
            "live",
            List.of(
                    new Candidate("mill", null, "first by order", new Score(1.5, 0.1, 0.2, 0.3, 0.4, 0.5)),
                    new Candidate("forge", "route", "why", null)),
            ATTEMPTS,
            "mill",
            new Receipt.Origin("hit", "r-0"));

    @Test
    void everyPartOfAQuestionArrives() {
        var asking = new Asking(
                "r-1",
                "acme",
                NOW.plusSeconds(3),
                new Route(
                        List.of("a", "b"),
                        List.of("c"),
                        List.of("d"),
                        false,
                        new BigDecimal("0.0025"),
                        Route.Sort.QUALITY,
                        Set.of("a", "c")),
                new Freshness(true, true, Duration.ofSeconds(7)),
                new Cursor.Leading("mill", new Position(3, 4, "t/é", 1)),
                true,
                "key-1");
        var question = new Flours("rye", null, 7);

        var arrived = Wire.asked(FLOURS, Wire.bytes(Asked.of(question, asking, Duration.ofSeconds(3))));

        assertThat(arrived.question()).isEqualTo(question);
        assertThat(arrived.asking(NOW)).isEqualTo(asking);
    }

    @Test
    void nobodyIsAskedForEver() {
        var asking = new Asking("r-1", "acme", NOW, Route.ANY);

        var arrived = Wire.asked(FLOURS, Wire.bytes(Asked.of(new Flours("rye", null, 7), asking, Duration.ofDays(1))));

        assertThat(arrived.asking(NOW).deadline()).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void everyPartOfAnAnswerArrives() {
        var raw = new Raw(Wire.JSON.readTree("{\"a\":[1.500,null,12345678901234567890]}"), "text/x", true);
        var meta = new Meta(
                        "mill",
                        "Ground by Mill",
                        "live",
                        "r-1",
                        true,
                        7L,
                        "renewing",
                        ATTEMPTS,
                        new BigDecimal("0.00250"),
                        new Meta.Quota(0.25),
                        3,
                        Map.of("grain", "rye", "limit", 2),
                        "cursor",
                        new Meta.Place("Paris", 48.85, 2.35, "photon", "© OSM", "r-1-place", Map.of("query", "Lyon")),
                        null,
                        "organisation")
                .beside(raw);
        var reply = new Reply.Answered<>(
                new Flours.Answer(List.of(new Flours.Flour("Mehl", new BigDecimal("1.50")))),
                meta,
                RECEIPT,
                new Position(2, 2, null, 0),
                raw,
                Duration.ofMillis(599_999));

        assertThat(told(FLOURS, reply)).isEqualTo(reply);
    }

    @Test
    void everyPartOfARefusalArrives() {
        for (var type : ProblemType.values()) {
            var reply = new Reply.Refused<>(type, "Nobody does.", Duration.ofMillis(1_500), RECEIPT);

            assertThat(told(FLOURS, reply)).isEqualTo(reply);
        }
    }

    @Test
    void everyEndOfAStreamArrives() {
        var meta =
                new Meta("mill", null, "live", "r-1", false, null, null, ATTEMPTS, BigDecimal.ONE, null, 0, null, null);

        for (var ending : List.of(
                new Ending.Whole(meta, RECEIPT),
                new Ending.Refused(ProblemType.NO_RESULT, "Nobody sings.", Duration.ofSeconds(7), RECEIPT),
                new Ending.Broken("mill broke off.", RECEIPT))) {
            var line = Wire.line(SONG, text(Told.Line.end(ending))).orElseThrow();

            assertThat(line.ending()).isEqualTo(ending);
            assertThat(line.part()).isNull();
        }
    }

    @Test
    void whatIsNoReplyIsNone() {
        assertThat(Wire.told(FLOURS, "{}")).isEmpty();
        assertThat(Wire.told(FLOURS, "{\"answered\":null}")).isEmpty();
        assertThat(Wire.told(FLOURS, "[")).isEmpty();
    }

    /// Every query and every answer that a sample of the catalogue comes to.
    @TestFactory
    Stream<DynamicTest> everyOperationsQueriesAndAnswersArrive() {
        var operations = Operations.beside(Content.class);
        var catalogue = Catalogue.load(operations, Content.class);
        var samples = Samples.load(catalogue, Content.class);
        return operations.all().stream()
                .map(type -> DynamicTest.dynamicTest(type.path(), () -> {
                    var answers = catalogue.offering(type.path()).stream()
                            .flatMap(offer -> samples.of(offer.provider(), type.path()).stream()
                                    .filter(Sample::ok)
                                    .flatMap(sample -> arrives(type, offer, sample)))
                            .toList();

                    assertThat(answers).isNotEmpty();
                }));
    }

    private static Stream<Record> arrives(OperationType type, Offer offer, Sample sample) {
        var asking = new Asking("r-1", "acme", NOW, Route.ANY);
        var asked = Wire.asked(type, Wire.bytes(Asked.of(sample.query(), asking, Duration.ofSeconds(1))));
        assertThat(asked.question()).as(sample.place()).isEqualTo(sample.query());
        return answer(offer, sample).stream()
                .peek(answer ->
                        assertThat(arrived(type, answer)).as(sample.place()).isEqualTo(answer));
    }

    private static Record arrived(OperationType type, Record answer) {
        if (type.form() == Form.STREAM) {
            return new Parts(((Parts) answer)
                    .parts().stream()
                            .map(part -> Wire.line(type, text(Told.Line.of(part)))
                                    .orElseThrow()
                                    .part())
                            .toList());
        }
        var meta = new Meta("x", null, "live", "r", false, null, null, List.of(), BigDecimal.ONE, null, 0, null, null);
        return ((Reply.Answered<Record>) told(type, new Reply.Answered<>(answer, meta, RECEIPT))).data();
    }

    private static Optional<Record> answer(Offer offer, Sample sample) {
        var known = sample.first().isEmpty()
                ? offer
                : offer.take(sample.query(), sample.first().get().response()) instanceof Taken.Values(var values)
                        ? offer.knowing(values)
                        : offer;
        return known.read(sample.query(), sample.response()) instanceof Reading.Answer answer
                ? Optional.of(answer.value())
                : Optional.empty();
    }

    private static <A extends Record> Reply<Record> told(OperationType type, Reply<A> reply) {
        return Wire.told(type, text(Told.of(reply))).orElseThrow().reply();
    }

    private static String text(Object value) {
        return new String(Wire.bytes(value), StandardCharsets.UTF_8);
    }
}
