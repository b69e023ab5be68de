package dev.universalapi.engine.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CsvTests {

    private static JsonNode csv(String body) throws UnreadableException {
        return csv(body.getBytes(StandardCharsets.UTF_8), "");
    }

    private static JsonNode csv(byte[] body, String contentType) throws UnreadableException {
        return Bodies.read(body, Reads.CSV, contentType).top();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    a,b\\n1,x\\n2,y ¦ [{"a":"1","b":"x"},{"a":"2","b":"y"}]
                    a,b\\r\\n1,x\\r\\n ¦ [{"a":"1","b":"x"}]
                    a,b\\r1,x\\r2,y ¦ [{"a":"1","b":"x"},{"a":"2","b":"y"}]
                    \ufeffa\\n1 ¦ [{"a":"1"}]
                    "a, b","c"\\n"1\\n2","x ""y"" z" ¦ [{"a, b":"1\\n2","c":"x \\"y\\" z"}]
                    ` a , b\\n 1, 2 ` ¦ [{"a":"1","b":"2"}]
                    a,b\\n" 1 " , 2 ¦ [{"a":" 1 ","b":"2"}]
                    a,b,c\\n1\\n ¦ [{"a":"1"}]
                    a,b\\n1,2,,\\n ¦ [{"a":"1","b":"2"}]
                    a,,b,\\n1,2,3,4 ¦ [{"a":"1","b":"3"}]
                    a\\n\\n1\\n\\n ¦ [{"a":"1"}]
                    a;b\\n1;2 ¦ [{"a;b":"1;2"}]
                    a,b\\nx"y,z ¦ [{"a":"x\\"y","b":"z"}]
                    # a\\n# b ¦ [{"# a":"# b"}]
                    a,b ¦ []
                    """)
    void makesAListOfObjectsByHeader(String body, String expected) throws UnreadableException {
        assertThat(csv(body.replace("\\n", "\n").replace("\\r", "\r")).toString())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    `` ¦ the CSV has no header line
                    \\n\\n ¦ the CSV has no header line
                    ,\\n1,2 ¦ the CSV has no header line
                    a, a\\n1,2 ¦ the CSV has two columns of one header
                    a\\n1,2 ¦ a row of the CSV is longer than its header
                    a\\n"1 ¦ the body is no CSV
                    a\\n"1"2 ¦ the body is no CSV
                    """)
    void refusesWhatIsNoTable(String body, String why) {
        assertThatThrownBy(() -> csv(body.replace("\\n", "\n")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith(why);
    }

    @Test
    void readsItInItsCharacterSet() throws UnreadableException {
        var latin = "name\né".getBytes(StandardCharsets.ISO_8859_1);
        var wide = "name\né".getBytes(StandardCharsets.UTF_16);

        assertThat(csv(latin, "text/csv; charset=iso-8859-1").toString()).isEqualTo("[{\"name\":\"é\"}]");
        assertThat(csv(wide, "text/csv; charset=utf-16").toString()).isEqualTo("[{\"name\":\"é\"}]");
        assertThatThrownBy(() -> csv(latin, "text/csv")).hasMessageContaining("no text of its character set");
    }

    @Test
    void endsAtTheLimits() throws UnreadableException {
        assertThat(csv("a\n" + "1\n".repeat(5_000)).size()).isEqualTo(5_000);
        assertThatThrownBy(() -> csv("a\n" + "1\n".repeat(5_001))).hasMessageContaining("5,000");
        assertThatThrownBy(() -> csv("a" + ",".repeat(50) + "\n" + ("1" + ",".repeat(50) + "\n").repeat(4_000)))
                .hasMessageContaining("200,000");
        assertThatThrownBy(() -> csv("a" + ",".repeat(300_000))).hasMessageContaining("200,000");
        assertThatThrownBy(() -> csv("a\n" + "x".repeat(4 * 1024 * 1024))).hasMessageContaining("4 MiB");
    }
}
