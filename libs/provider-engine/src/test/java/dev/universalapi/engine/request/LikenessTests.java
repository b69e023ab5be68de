package dev.universalapi.engine.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.egress.EgressRequest;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Draft;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LikenessTests {
    private static final AnyValue QUERY = new AnyValue(
            "a b/c?",
            7,
            0.0,
            null,
            true,
            Instant.parse("2025-11-21T10:00:00Z"),
            LocalDate.parse("2025-11-21"),
            null,
            null,
            AnyValue.Mood.VERY_BAD,
            List.of("x", "y"));
    private static final String ANSWER = "\nanswer:\n  text: /t\n";

    private static Offer any(String call) {
        return Draft.offer("trial/any", call + ANSWER);
    }

    private static EgressRequest fill(Offer offer, Record query) throws UnfillableException {
        return offer.request(query, Secrets.sandbox(), Duration.ofSeconds(1));
    }

    private static Offer auth(String auth) {
        return Draft.provider(Draft.HEAD.replace("auth: none", "auth: " + auth + "\nheaders: { X-Always: a }")
                        + "operations:\n  trial/any:\n    get: /x\n    answer:\n      text: /t\n")
                .offers()
                .getFirst();
    }

    @Test
    void comparesARequestWithWhatItWouldSend() throws UnfillableException {
        var offer = auth("{ query: { key: $ACME_KEY } }");
        var same = new Incoming("GET", "/v1/x", "key=other", Map.of("x-always", "a"), new byte[0]);

        assertThat(offer.differs(same)).isEmpty();
        assertThat(offer.asks(QUERY, same)).isTrue();
        assertThat(offer.differs(new Incoming("POST", "/v1/x", "key=k", Map.of(), new byte[0])))
                .hasValue("the method is GET, was POST");
        assertThat(offer.differs(new Incoming("GET", "/v1/y", "key=k", Map.of(), new byte[0])))
                .hasValue("the path is /v1/x, was /v1/y");
        assertThat(offer.differs(new Incoming("GET", "/v1/x", "", Map.of(), new byte[0])))
                .hasValue("the parameter key is missing");
        assertThat(offer.differs(new Incoming("GET", "/v1/x", "key=k&key=k", Map.of(), new byte[0])))
                .hasValue("the parameter key is sent twice");
        assertThat(offer.differs(new Incoming("GET", "/v1/x", "key=k&q=%zz", Map.of("x-always", "a"), new byte[0])))
                .hasValue("there is no parameter q");
        assertThat(offer.differs(new Incoming("GET", "/v1/x", "key=k", Map.of(), new byte[0])))
                .hasValue("the header X-Always is missing");
        assertThat(offer.differs(new Incoming("GET", "/v1/x", "key=k", Map.of("x-always", "b"), new byte[0])))
                .hasValue("the header X-Always is `a`, was b");
        assertThat(offer.differs(new Incoming("GET", "/v1/x", "key=k", Map.of("x-always", "a"), new byte[] {'x'})))
                .hasValue("there is no body, was 1 characters");
        assertThat(auth("{ basic: '$ACME_KEY:x' }")
                        .differs(new Incoming("GET", "/v1/x", "", Map.of("x-always", "a"), new byte[0])))
                .hasValue("the header Authorization with `Basic …` is missing");
    }

    @Test
    void comparesBodiesMemberByMember() throws UnfillableException {
        var offer = any("post: /x\njson: { a: '{whole}', b: { c: [ 1, 'n {text}' ] }, d: '{exact}', e: true }");
        var sent = fill(offer, QUERY).body();

        assertThat(sends(offer, new String(sent, StandardCharsets.UTF_8))).isEmpty();
        assertThat(offer.asks(QUERY, new Incoming("POST", "/v1/x", "", Map.of(), sent)))
                .isTrue();
        assertThat(offer.asks(AnyValue.NONE, new Incoming("POST", "/v1/x", "", Map.of(), sent)))
                .isFalse();
        assertThat(sends(offer, "{\"b\":{\"c\":[1,\"n x\"]},\"e\":true}")).isEmpty();
        assertThat(sends(offer, "{\"b\":{\"c\":[1]},\"e\":true}")).isEmpty();
        assertThat(sends(offer, "{\"b\":{\"c\":[2,\"n x\"]},\"e\":true}")).contains("the body/b/c/0 is 1, was 2");
        assertThat(sends(offer, "{\"b\":{\"c\":[1,\"m\"]},\"e\":true}"))
                .contains("the body/b/c/1 is `n {text}`, was \"m\"");
        assertThat(sends(offer, "{\"b\":{\"c\":7},\"e\":true}")).contains("the body/b/c is a list of 2, was 7");
        assertThat(sends(offer, "{\"b\":5,\"e\":true}")).contains("the body/b is an object, was 5");
        assertThat(sends(offer, "{\"b\":{},\"f\":1}")).contains("the body has no member f");
        assertThat(sends(offer, "{\"b\":{\"c\":[1]}}")).contains("the body lacks the member e");
        assertThat(sends(offer, "{")).startsWith("the body is JSON: ");
        var form = any("post: /x\nform: { a: '{whole}' }");
        assertThat(sends(form, "a=5")).isEmpty();
        assertThat(sends(form, "b=5")).contains("there is no field b");
        assertThat(form.asks(
                        QUERY, new Incoming("POST", "/v1/x", "", Map.of(), "a=7".getBytes(StandardCharsets.UTF_8))))
                .isTrue();
    }

    private static String sends(Offer offer, String body) {
        return offer.differs(new Incoming("POST", "/v1/x", "", Map.of(), body.getBytes(StandardCharsets.UTF_8)))
                .orElse("");
    }

    @Test
    void hasNothingToSendWhereTheAnswerNeedsNoCall() {
        var offer = Draft.offer("trial/any", "answer:\n  text: '{text}'");

        assertThatThrownBy(() -> fill(offer, QUERY)).isInstanceOf(UnfillableException.class);
        assertThat(sends(offer, "")).isEqualTo("it is asked without a call");
        assertThat(offer.asks(QUERY, new Incoming("GET", "/", "", Map.of(), new byte[0])))
                .isFalse();
        assertThat(offer.unsupported(QUERY)).isEmpty();
    }
}
