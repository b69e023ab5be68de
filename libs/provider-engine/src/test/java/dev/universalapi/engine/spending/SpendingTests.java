package dev.universalapi.engine.spending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Draft;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendingTests {
    private static final String QUOTA = "quota: [ 100/minute, 50 points/day, 500 characters/day, 900 tokens/day ]\n";

    private static Offer offer(String words) {
        var body = "get: /x\nanswer: { text: /t }\n" + words.replace("\\n", "\n");
        return Draft.provider(Draft.HEAD + QUOTA + "operations:\n  trial/any:\n" + body.indent(4))
                .offers()
                .getFirst();
    }

    private static AnyValue asking(String text, List<String> tags) {
        return new AnyValue(text, null, null, null, null, null, null, null, null, null, tags);
    }

    private static Map<String, Long> learnt(Offer offer, String body) {
        return offer.read(AnyValue.NONE, Draft.response(200, body)) instanceof Reading.Answer answer
                ? answer.spent()
                : Map.of("no answer", 1L);
    }

    @Test
    void takesOneRequestForNothingUnlessSaid() {
        var offer = offer("");

        assertThat(offer.spends(AnyValue.NONE)).isEqualTo(Map.of("requests", 1L));
        assertThat(offer.price(AnyValue.NONE)).isZero();
        assertThat(offer.pricedAfter()).isFalse();
        assertThat(learnt(offer, "{\"t\":\"x\"}")).isEmpty();
    }

    @Test
    void takesWhatIsSaidBesideTheRequest() {
        assertThat(offer("spends: { points: 2 }").spends(AnyValue.NONE))
                .isEqualTo(Map.of("requests", 1L, "points", 2L));
        assertThat(offer("spends: { requests: 3 }").spends(AnyValue.NONE)).isEqualTo(Map.of("requests", 3L));
        assertThat(offer("spends: { requests: 0, points: 1e1 }").spends(AnyValue.NONE))
                .isEqualTo(Map.of("requests", 0L, "points", 10L));
    }

    @Test
    void countsTheCharactersOfAText() {
        var offer = offer("spends: { characters: \"{text}\" }");

        assertThat(offer.spends(asking("sm\u00f8r\ud83e\uddc8", List.of()))).containsEntry("characters", 5L);
        assertThat(offer.spends(AnyValue.NONE)).containsEntry("characters", 0L).containsEntry("requests", 1L);
        assertThat(offer("spends: { characters: \"{tags}\" }").spends(asking("", List.of("ab", "c"))))
                .containsEntry("characters", 4L);
        assertThat(offer("spends: { requests: \"{text}\" }").spends(asking("abc", List.of())))
                .isEqualTo(Map.of("requests", 3L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    {"t":"x","use":{"n":7}} ¦ 7
                    {"t":"x","use":{"n":"7.2"}} ¦ 8
                    {"t":"x","use":{"n":0}} ¦ 0
                    {"t":"x","use":{"n":-1}} ¦
                    {"t":"x","use":{"n":1e300}} ¦
                    {"t":"x","use":{"n":1e999999999}} ¦
                    {"t":"x","use":{"n":[1]}} ¦
                    {"t":"x","use":{"n":"many"}} ¦
                    {"t":"x"} ¦
                    """)
    void learnsFromTheAnswer(String body, Long tokens) {
        var offer = offer("spends: { tokens: /use/n }");

        assertThat(offer.spends(AnyValue.NONE)).isEqualTo(Map.of("requests", 1L));
        assertThat(learnt(offer, body)).isEqualTo(tokens == null ? Map.of() : Map.of("tokens", tokens));
    }

    @Test
    void learnsNothingFromWhatIsNoAnswer() {
        var offer = offer("spends: { tokens: /use/n }\nrefuse: { when: /e, as: unavailable }");

        assertThat(offer.read(AnyValue.NONE, Draft.response(200, "{\"e\":1,\"use\":{\"n\":7}}")))
                .isInstanceOf(Reading.Failure.class);
    }

    @Test
    void learnsFromTheFirstElementOfXml() {
        var offer = offer("reads: xml\nspends: { tokens: /r/n }");
        var body = "<r><n k='v'>4</n><n>5</n></r>".getBytes(StandardCharsets.UTF_8);

        var reading = offer.read(AnyValue.NONE, new EgressResponse(200, Map.of(), body));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Answer.class,
                        answer -> assertThat(answer.spent()).containsEntry("tokens", 4L));
    }

    @Test
    void knowsThePriceOfACall() {
        var offer = offer("cost: 0.03 USD");

        assertThat(offer.price(AnyValue.NONE)).isEqualByComparingTo("0.03");
        assertThat(offer.price(AnyValue.NONE, Map.of())).isEqualByComparingTo("0.03");
        assertThat(offer.pricedAfter()).isFalse();
    }

    @Test
    void knowsThePriceOfCharactersBefore() {
        var offer = offer("spends: { characters: \"{text}\" }\ncost: 20 USD/1000000 characters");

        assertThat(offer.price(asking("abcd", List.of()))).isEqualByComparingTo("0.00008");
        assertThat(offer.pricedAfter()).isFalse();
    }

    @Test
    void learnsThePriceOfTokensAfter() {
        var offer = offer("spends: { tokens: /use/n }\ncost: 0.12 USD/1000000 tokens");

        assertThat(offer.price(AnyValue.NONE)).isZero();
        assertThat(offer.pricedAfter()).isTrue();
        assertThat(offer.price(AnyValue.NONE, Map.of("tokens", 3L))).isEqualByComparingTo(new BigDecimal("0.00000036"));
    }

    @Test
    void takesAUnitThatOnlyThePriceHas() {
        var offer = offer("spends: { words: 4 }\ncost: 0 USD/8 words");

        assertThat(offer.spends(AnyValue.NONE)).containsEntry("words", 4L);
        assertThat(offer.pricedAfter()).isFalse();
    }
}
