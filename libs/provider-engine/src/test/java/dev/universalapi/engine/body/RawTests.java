package dev.universalapi.engine.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.EgressResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RawTests {
    private static final String KEY = "k/1&\"2";

    @Test
    void jsonStaysJson() {
        var raw = raw("{\"a\":[1,2.50,true,null,\"x\"],\"b\":{}}", Reads.JSON);

        assertThat(raw.body()).hasToString("{\"a\":[1,2.50,true,null,\"x\"],\"b\":{}}");
        assertThat(raw.contentType()).isEqualTo("application/json");
        assertThat(raw.redacted()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Reads.class,
            names = {"XML", "CSV", "TEXT"})
    void everythingElseIsOneText(Reads reads) {
        var raw = raw("<a>1</a>\n", reads);

        assertThat(raw.body().isString()).isTrue();
        assertThat(raw.body().asString()).isEqualTo("<a>1</a>\n");
    }

    @Test
    void whatIsNoJsonAfterAllIsAText() {
        assertThat(raw("Thank you!", Reads.JSON).body().asString()).isEqualTo("Thank you!");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reads.class,
            names = {"BINARY", "NOTHING"})
    void bytesAreNone(Reads reads) {
        assertThat(Raw.of(response("x", "image/png"), reads, Set.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"notice\":\"your key is k/1&\\\"2, yes\"}",
                "{\"notice\":\"your key is k\\/1\\u0026\\u00222, yes\"}",
                "{\"notice\":\"your key is k%2F1%26%222, yes\"}",
                "{\"notice\":\"your key is ay8xJiIy, yes\"}"
            })
    void aSecretThatIsRepeatedIsTakenOutHoweverItIsWritten(String body) {
        var raw = raw(body, Reads.JSON);

        assertThat(raw.body()).hasToString("{\"notice\":\"your key is REDACTED, yes\"}");
        assertThat(raw.redacted()).isTrue();
    }

    @Test
    void aSecretIsTakenOutOfNamesAndNumbersToo() {
        var response =
                response("{\"deep\":[{\"s3cr3t\":1,\"id\":4711,\"other\":47112}]}", "application/json; of=s3cr3t");

        var raw = Raw.of(response, Reads.JSON, Set.of("s3cr3t", "4711")).orElseThrow();

        assertThat(raw.body()).hasToString("{\"deep\":[{\"REDACTED\":1,\"id\":\"REDACTED\",\"other\":47112}]}");
        assertThat(raw.contentType()).isEqualTo("application/json; of=REDACTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<key>k/1&amp;&quot;2</key>", "<key>k/1&\"2</key>", "<key>k\\/1&\"2</key>"})
    void aSecretIsTakenOutOfTextsToo(String body) {
        assertThat(raw(body, Reads.XML).body().asString()).isEqualTo("<key>REDACTED</key>");
    }

    @Test
    void aNumberThatWouldFillPagesIsItsText() {
        var body = raw("[1e999999999,1e-401,1e-400,12e3]", Reads.JSON).body();

        assertThat(body.valueStream().map(JsonNode::isString)).containsExactly(true, true, false, false);
        assertThat(body.path(0).asString()).isEqualTo("1E+999999999");
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1, text/xml; charset=iso-8859-1, <?xml version='1.0'?>",
        "ISO-8859-1, text/xml, <?xml version='1.0' encoding='ISO-8859-1'?>",
        "UTF-8, text/xml, <?xml version='1.0'?>",
        "UTF-8, , ''",
        "UTF-8, text/plain; charset=none-such, ''"
    })
    void aTextIsReadInItsCharacterSet(String charset, String contentType, String start) {
        var body = (start + "<a>Köln</a>").getBytes(Charset.forName(charset));
        var headers =
                contentType == null ? Map.<String, List<String>>of() : Map.of("content-type", List.of(contentType));

        var raw = Raw.of(new EgressResponse(200, headers, body), Reads.XML, Set.of())
                .orElseThrow();

        assertThat(raw.body().asString()).isEqualTo(start + "<a>Köln</a>");
    }

    @Test
    void octetsOfNoCharacterAreMarked() {
        var body = "\ufeffKöln".getBytes(StandardCharsets.UTF_8);
        body[body.length - 1] = (byte) 0xff;

        var raw = Raw.of(new EgressResponse(200, Map.of(), body), Reads.TEXT, Set.of())
                .orElseThrow();

        assertThat(raw.body().asString()).isEqualTo("Köl\ufffd");
        assertThat(raw.contentType()).isNull();
    }

    private static Raw raw(String body, Reads reads) {
        return Raw.of(response(body, "application/json"), reads, Set.of(KEY)).orElseThrow();
    }

    private static EgressResponse response(String body, String contentType) {
        return new EgressResponse(
                200, Map.of("content-type", List.of(contentType)), body.getBytes(StandardCharsets.UTF_8));
    }
}
