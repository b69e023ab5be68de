package dev.universalapi.engine.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BodiesTests {

    private static JsonNode json(String body) throws UnreadableException {
        return Bodies.read(body.getBytes(StandardCharsets.UTF_8), Reads.JSON, "")
                .top();
    }

    private static JsonNode xml(String body) throws UnreadableException {
        return Bodies.read(body.getBytes(StandardCharsets.UTF_8), Reads.XML, "").top();
    }

    @Test
    void keepsNumbersAsTheyAreWritten() throws UnreadableException {
        var read = json("\ufeff[0.10, 1e2, 12345678901234567890, 2147483648, 5]");

        assertThat(read.toString()).isEqualTo("[0.10,1E+2,12345678901234567890,2147483648,5]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,", "[1 2]", "{\"a\" 1}", "{} {}", "nul", "{'a':1}", "[01]", "]"})
    void refusesWhatIsNoJson(String body) {
        assertThatThrownBy(() -> json(body)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void endsAtTheLimits() {
        assertThatThrownBy(() -> json("[".repeat(65) + "]".repeat(65))).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> json("[" + "1,".repeat(5_000) + "1]")).hasMessageContaining("5,000");
        assertThatThrownBy(() -> json("[" + ("[" + "1,".repeat(4_999) + "1],").repeat(40) + "1]"))
                .hasMessageContaining("200,000");
        assertThatThrownBy(() -> json("\"" + "x".repeat(4 * 1024 * 1024) + "\""))
                .hasMessageContaining("4 MiB");
        assertThatThrownBy(() -> json("9".repeat(401))).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> xml("<a>".repeat(65) + "</a>".repeat(65))).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> xml("<a>" + "<b/>".repeat(5_001) + "</a>")).hasMessageContaining("5,000");
        var nested = "<b>t".repeat(60) + "y".repeat(100_000) + "</b>".repeat(60);
        assertThatThrownBy(() -> xml("<a>x" + nested + "</a>")).hasMessageContaining("4 Mi characters");
    }

    @Test
    void makesObjectsOfElementsByLocalName() throws UnreadableException {
        var read = xml("<x:a xmlns:x='urn:x' k='v'><b>1</b><b>2</b><c>t <i>u</i> v</c><d><![CDATA[<&]]></d><e/></x:a>");

        assertThat(read.toString())
                .isEqualTo("{\"a\":{\"@k\":\"v\",\"b\":[\"1\",\"2\"],\"c\":{\"i\":\"u\",\"\":\"t u v\"},"
                        + "\"d\":\"<&\",\"e\":\"\"}}");
    }

    @Test
    void skipsADoctypeAndKnowsTheFiveEntitiesOnly() throws UnreadableException {
        assertThat(xml("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>&amp;&lt;&gt;&quot;&apos;&#65;</a>")
                        .toString())
                .isEqualTo("{\"a\":\"&<>\\\"'A\"}");
        assertThatThrownBy(() -> xml("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"))
                .isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> xml("<!DOCTYPE a [<!ENTITY x 'y'>]><a b='&x;'/>"))
                .isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> xml("<a>&nbsp;</a>")).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> xml("<a><b></a>")).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> xml("")).isInstanceOf(UnreadableException.class);
    }

    @Test
    void readsTextInItsCharacterSet() throws UnreadableException {
        var latin = "é".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Bodies.read(latin, Reads.TEXT, "text/plain; Charset=\"ISO-8859-1\"; x=y")
                        .top()
                        .asString())
                .isEqualTo("é");
        assertThat(Bodies.read("\ufeffa".getBytes(StandardCharsets.UTF_8), Reads.TEXT, "text/plain; charset=?")
                        .top()
                        .asString())
                .isEqualTo("a");
        assertThatThrownBy(() -> Bodies.read(latin, Reads.TEXT, "text/plain")).isInstanceOf(UnreadableException.class);
        assertThat(Bodies.read(latin, Reads.BINARY, "image/png")).isEqualTo(Tree.NOTHING);
        assertThat(Bodies.read(latin, Reads.NOTHING, "")).isEqualTo(Tree.NOTHING);
    }
}
