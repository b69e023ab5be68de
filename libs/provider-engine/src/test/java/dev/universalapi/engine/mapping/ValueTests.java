package dev.universalapi.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.shape.Json;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Draft;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every converter and every row of the table of types, one value each: body, component, expression, what it comes to.
class ValueTests {
    private static final AnyValue QUERY = new AnyValue(
            "Ab/c d",
            7,
            0.0,
            new BigDecimal("1e3"),
            true,
            Instant.parse("2025-11-21T10:00:00Z"),
            LocalDate.parse("2025-11-21"),
            Year.of(2025),
            URI.create("https://a.example/b"),
            AnyValue.Mood.VERY_BAD,
            List.of("a", "b"));

    private static String tables() {
        return """
                tables:
                  mood: { GOOD: [ 1, fine ], VERY_BAD: 2.0, OTHER: else }
                  strict: { GOOD: true, VERY_BAD: "no" }
                """;
    }

    private static @Nullable String read(String body, String component, String expression) {
        var manifest = Draft.HEAD
                + (expression.contains("table:")
                        ? tables().lines()
                                .filter(line -> line.equals("tables:")
                                        || expression.contains(
                                                "table:" + line.strip().split(":", 2)[0]))
                                .reduce("", (a, b) -> a + b + "\n")
                        : "")
                + "operations:\n  trial/any:\n    get: /x\n    answer:\n      " + component + ": '"
                + expression.replace("'", "''") + "'\n";
        var reading = Draft.provider(manifest).offers().getFirst().read(QUERY, Draft.response(200, body));
        return switch (reading) {
            case Reading.Answer answer ->
                Json.contract(answer.value()).path(component).toString().replace("\"", "");
            case Reading.Failure failure -> failure.outcome().label();
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    {"a":"1,234.5"}         ¦ exact ¦ /a | number                ¦ 1234.5
                    {"a":"0.49%"}           ¦ exact ¦ /a | number                ¦ 0.49
                    {"a":"136 min"}         ¦ whole ¦ /a | number                ¦ 136
                    {"a":"about -5 or"}     ¦ whole ¦ /a | number                ¦ -5
                    {"a":"x-5"}             ¦ whole ¦ /a | number                ¦ 5
                    {"a":"It is .5."}       ¦ exact ¦ /a | number                ¦ 0.5
                    {"a":"1,234,567"}       ¦ whole ¦ /a | number                ¦ 1234567
                    {"a":12}                ¦ whole ¦ /a | number                ¦ 12
                    {"a":true}              ¦ whole ¦ /a | number                ¦ malformed
                    {"a":"none at all"}     ¦ exact ¦ /a | number                ¦ malformed
                    {"a":"2012-05"}         ¦ exact ¦ /a | number                ¦ malformed
                    {"a":"1.234,5"}         ¦ exact ¦ /a | number                ¦ malformed
                    {"a":"12,34"}           ¦ exact ¦ /a | number                ¦ malformed
                    {"a":"1234,567"}        ¦ exact ¦ /a | number                ¦ malformed
                    {"a":",5"}              ¦ whole ¦ /a | number                ¦ 5
                    {"a":"1.2.3"}           ¦ exact ¦ /a | number                ¦ malformed
                    {"a":11.5}              ¦ exact ¦ /a | scale:0.277778        ¦ 3.1944470
                    {"a":"19.4850295284"}   ¦ exact ¦ /a | scale:1000            ¦ 19485.0295284000
                    {"a":"x"}               ¦ exact ¦ /a | scale:1000            ¦ malformed
                    {"a":1763719200}        ¦ at    ¦ /a | epoch-s               ¦ 2025-11-21T10:00:00Z
                    {"a":"1763719200.5"}    ¦ at    ¦ /a | epoch-s               ¦ 2025-11-21T10:00:00.500Z
                    {"a":-1}                ¦ at    ¦ /a | epoch-s               ¦ 1969-12-31T23:59:59Z
                    {"a":0}                 ¦ at    ¦ /a | epoch-ms              ¦ 1970-01-01T00:00:00Z
                    {"a":1763719200123}     ¦ at    ¦ /a | epoch-ms              ¦ 2025-11-21T10:00:00.123Z
                    {"a":1763719200}        ¦ day   ¦ /a | epoch-s               ¦ 2025-11-21
                    {"a":1763719200}        ¦ year  ¦ /a | epoch-s               ¦ 2025
                    {"a":"soon"}            ¦ at    ¦ /a | epoch-s               ¦ malformed
                    {"a":1e300}             ¦ at    ¦ /a | epoch-s               ¦ malformed
                    {"a":-9223372036854775808} ¦ at ¦ /a | epoch-s               ¦ malformed
                    {"a":31556889864403200} ¦ at   ¦ /a | epoch-s               ¦ malformed
                    {"a":"21 Nov 2025"}     ¦ day   ¦ /a | date:"dd MMM yyyy"    ¦ 2025-11-21
                    {"a":"11/21/25"}        ¦ day   ¦ /a | date:M/d/yy           ¦ 2025-11-21
                    {"a":20251121}          ¦ day   ¦ /a | date:yyyyMMdd         ¦ 2025-11-21
                    {"a":"2025"}            ¦ year  ¦ /a | date:yyyy             ¦ 2025
                    {"a":"2025-02-30"}      ¦ day   ¦ /a | date:yyyy-MM-dd       ¦ malformed
                    {"a":"2025-11-21 10:00:00"} ¦ text ¦ {/a | date:"yyyy-MM-dd HH:mm:ss" | date:yyyy/MM/dd} ¦ 2025/11/21
                    {"a":"Fri Nov 21 10:00:00 +0100 2025"} ¦ at ¦ /a | date:"E MMM dd HH:mm:ss XX yyyy" ¦ 2025-11-21T09:00:00Z
                    {"a":"2025-11-21"}      ¦ at    ¦ /a | date:yyyy-MM-dd | zone:Europe/Berlin ¦ 2025-11-20T23:00:00Z
                    {"a":"2025-11-21T08:07"}¦ at    ¦ /a | zone:Europe/Paris     ¦ 2025-11-21T07:07:00Z
                    {"a":"2025-11-21 08:07:01+00:00"} ¦ at ¦ /a | zone:Europe/Paris ¦ 2025-11-21T07:07:01Z
                    {"a":"2025-11-21T08:07Z"} ¦ at  ¦ /a | zone:Europe/Paris     ¦ 2025-11-21T07:07:00Z
                    {"a":"2025-11-21","z":"UTC"} ¦ at ¦ /a | zone:/z             ¦ 2025-11-21T00:00:00Z
                    {"a":"2025-11-21"}      ¦ at    ¦ /a | zone:/z               ¦ malformed
                    {"a":"2025-11-21","z":"Mars"} ¦ at ¦ /a | zone:/z            ¦ malformed
                    {"a":"soon"}            ¦ at    ¦ /a | zone:UTC              ¦ malformed
                    {"a":"2025-11-21T08:07 o'clock"} ¦ at ¦ /a | zone:UTC        ¦ malformed
                    {"a":5}                 ¦ at    ¦ /a | zone:UTC              ¦ malformed
                    {"a":1}                 ¦ mood  ¦ /a | table:mood            ¦ GOOD
                    {"a":"fine"}            ¦ mood  ¦ /a | table:mood            ¦ GOOD
                    {"a":"2"}               ¦ mood  ¦ /a | table:mood            ¦ VERY_BAD
                    {"a":99}                ¦ mood  ¦ /a | table:mood            ¦ OTHER
                    {"a":true}              ¦ mood  ¦ /a | table:strict          ¦ GOOD
                    {"a":"x"}               ¦ mood  ¦ /a | table:strict          ¦ malformed
                    {"a":"x"}               ¦ mood  ¦ /a | table:strict or =good ¦ GOOD
                    {"a":"<p>A &amp;  b<br>c</p>"} ¦ text ¦ /a | plain           ¦ A & b c
                    {"a":" a \\n\\t b "}    ¦ text  ¦ /a | plain                 ¦ a b
                    {"a":"<p></p>"}         ¦ text  ¦ /a | plain                 ¦
                    {"a":"x; y;;z"}         ¦ list  ¦ /a | split:;               ¦ [x,y,z]
                    {"a":"x, y"}            ¦ list  ¦ /a | split:", "            ¦ [x,y]
                    {"a":["x","y",null]}    ¦ text  ¦ /a | join:"; "             ¦ x; y
                    {"a":[]}                ¦ text  ¦ /a | join:","              ¦
                    {"a":"x"}               ¦ text  ¦ /a | join:","              ¦ x
                    {"a":"i"}               ¦ text  ¦ /a | upper                 ¦ I
                    {"a":"I"}               ¦ text  ¦ /a | lower                 ¦ i
                    {"a":["a","b"]}         ¦ list  ¦ /a | upper                 ¦ [A,B]
                    {"a":"/b/OL1W/"}        ¦ text  ¦ /a | last-part             ¦ OL1W
                    {"a":"u#recipe_1"}      ¦ text  ¦ /a | last-part             ¦ recipe_1
                    {"a":"//"}              ¦ text  ¦ /a | last-part             ¦
                    {"a":"None"}            ¦ text  ¦ /a | none:None             ¦
                    {"a":"Some"}            ¦ text  ¦ /a | none:None             ¦ Some
                    {"a":["N/A","b"]}       ¦ list  ¦ /a | none:N/A              ¦ [b]
                    {"a":"a b/ü"}           ¦ text  ¦ /a | url                   ¦ a%20b%2F%C3%BC
                    {"a":"a b/c"}           ¦ text  ¦ /a | path                  ¦ a%20b/c
                    {"a":"a/../c"}          ¦ text  ¦ /a | path                  ¦ malformed
                    {"a":"a//c"}            ¦ text  ¦ /a | path                  ¦ malformed
                    {"a":"x AND (y_1)"}     ¦ text  ¦ /a | words                 ¦ x AND y_1
                    {"a":[{}]}              ¦ list  ¦ /a | lower                 ¦ malformed
                    {"a":[{"b":"x"}]}       ¦ list  ¦ /a | lower or none         ¦ []
                    {"a":{"b":1}}           ¦ text  ¦ /a | upper                 ¦ malformed
                    {"a":[["x"]]}           ¦ list  ¦ /a | lower                 ¦ malformed
                    {"a":[]}                ¦ list  ¦ /a | lower                 ¦ []
                    {"a":["x,y"]}           ¦ list  ¦ /a | split:, | upper       ¦ malformed
                    {"a":[{}]}              ¦ text  ¦ /a | join:"; "             ¦ malformed
                    {"a":[["x","y"],"z"]}   ¦ text  ¦ /a | join:"; "             ¦ malformed
                    {"a":"R8Okbg=="}        ¦ text  ¦ /a | base64                ¦ Gän
                    {"a":"R8Okbg"}          ¦ text  ¦ /a | base64                ¦ Gän
                    {"a":" R8Ok\\n bg==\\r\\n"} ¦ text ¦ /a | base64             ¦ Gän
                    {"a":["R8Okbg==",""]}   ¦ list  ¦ /a | base64                ¦ [Gän]
                    {"a":""}                ¦ text  ¦ /a | base64                ¦
                    {"a":"ICA="}            ¦ text  ¦ /a | base64                ¦
                    {"a":"# Gauge"}         ¦ text  ¦ /a | base64                ¦ malformed
                    {"a":"R8Okbg="}         ¦ text  ¦ /a | base64                ¦ malformed
                    {"a":"_-8="}            ¦ text  ¦ /a | base64                ¦ malformed
                    {"a":"/w=="}            ¦ text  ¦ /a | base64                ¦ malformed
                    {"a":{"b":"R8Okbg=="}}  ¦ text  ¦ /a | base64                ¦ malformed
                    """)
    void converts(String body, String component, String expression, @Nullable String expected) {
        assertThat(read(body, component, expression)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    {"a":"x"}                ¦ text  ¦ x
                    {"a":1.50}               ¦ text  ¦ 1.5
                    {"a":1e3}                ¦ text  ¦ 1000
                    {"a":false}              ¦ text  ¦ false
                    {"a":{}}                 ¦ text  ¦ malformed
                    {"a":["x"]}              ¦ text  ¦ malformed
                    {"a":"  "}               ¦ text  ¦
                    {"a":null}               ¦ text  ¦
                    {}                       ¦ text  ¦
                    {"a":1e999999999}        ¦ text  ¦ malformed
                    {"a":0}                  ¦ whole ¦ 0
                    {"a":9.0}                ¦ whole ¦ 9
                    {"a":" 12 "}             ¦ whole ¦ 12
                    {"a":9.5}                ¦ whole ¦ malformed
                    {"a":2147483648}         ¦ whole ¦ malformed
                    {"a":2147483648}         ¦ big   ¦ 2147483648
                    {"a":9223372036854775808}¦ big   ¦ malformed
                    {"a":"٣"}                ¦ whole ¦ malformed
                    {"a":"1e"}               ¦ exact ¦ malformed
                    {"a":0}                  ¦ real  ¦ 0.0
                    {"a":-0.0}               ¦ real  ¦ 0.0
                    {"a":"NaN"}              ¦ real  ¦ malformed
                    {"a":1e400}              ¦ real  ¦ malformed
                    {"a":0.1}                ¦ exact ¦ 0.1
                    {"a":37811.12345678901234567890} ¦ exact ¦ 37811.12345678901234567890
                    {"a":"Yes"}              ¦ truth ¦ true
                    {"a":0}                  ¦ truth ¦ false
                    {"a":"n"}                ¦ truth ¦ false
                    {"a":"maybe"}            ¦ truth ¦ malformed
                    {"a":2}                  ¦ truth ¦ malformed
                    {"a":"2025-11-21T10:00:00Z"}       ¦ at ¦ 2025-11-21T10:00:00Z
                    {"a":"2025-11-21 10:00+02"}        ¦ at ¦ 2025-11-21T08:00:00Z
                    {"a":"2025-11-21T10:00:00.5+0200"} ¦ at ¦ 2025-11-21T08:00:00.500Z
                    {"a":"2025-11-21 10:00:00 +02:00"} ¦ at ¦ 2025-11-21T08:00:00Z
                    {"a":"Fri, 21 Nov 2025 00:00:01 +0000"} ¦ at ¦ 2025-11-21T00:00:01Z
                    {"a":"2025-11-21T10:00:00"}        ¦ at ¦ malformed
                    {"a":1763719200}                   ¦ at ¦ malformed
                    {"a":"now"}                        ¦ at ¦ malformed
                    {"a":"2025-11-21"}                 ¦ day ¦ 2025-11-21
                    {"a":"2025-11-21T23:59:59-11:00"}  ¦ day ¦ 2025-11-21
                    {"a":"2025-11-21 08:00"}           ¦ day ¦ 2025-11-21
                    {"a":"Fri, 21 Nov 2025 23:00:01 +0000"} ¦ day ¦ 2025-11-21
                    {"a":"2025-11"}                    ¦ day ¦ malformed
                    {"a":"2025-11-21 or so"}           ¦ day ¦ malformed
                    {"a":20251121}                     ¦ day ¦ malformed
                    {"a":"1999"}             ¦ year  ¦ 1999
                    {"a":1999}               ¦ year  ¦ 1999
                    {"a":"1999-05"}          ¦ year  ¦ 1999
                    {"a":"1999/5 x"}         ¦ year  ¦ 1999
                    {"a":"1999 Jan"}         ¦ year  ¦ 1999
                    {"a":"19990"}            ¦ year  ¦ malformed
                    {"a":"199x"}             ¦ year  ¦ malformed
                    {"a":true}               ¦ year  ¦ malformed
                    {"a":"https://a.example/b c?d=[1]%20&e=%zz"} ¦ link ¦ https://a.example/b%20c?d=%5B1%5D%20&e=%25zz
                    {"a":"//a.example/b"}    ¦ link  ¦ https://a.example/b
                    {"a":"ftp://a.example"}  ¦ link  ¦ malformed
                    {"a":"/b"}               ¦ link  ¦ malformed
                    {"a":"https://"}         ¦ link  ¦ malformed
                    {"a":"very bad"}         ¦ mood  ¦ VERY_BAD
                    {"a":"Very-Bad"}         ¦ mood  ¦ VERY_BAD
                    {"a":"worse"}            ¦ mood  ¦ malformed
                    {"a":[]}                 ¦ mood  ¦ malformed
                    {"a":["x",null,"",1]}    ¦ list  ¦ [x,1]
                    {"a":[]}                 ¦ list  ¦ []
                    {"a":"x"}                ¦ list  ¦ malformed
                    {"a":["x",{}]}           ¦ list  ¦ malformed
                    {"a":[[1,2],[3]]}        ¦ grid  ¦ [[1.0,2.0],[3.0]]
                    {"a":{"x":1,"y":null}}   ¦ map   ¦ {x:1}
                    {"a":[1]}                ¦ map   ¦ malformed
                    {"a":{"x":"y"}}          ¦ map   ¦ malformed
                    """)
    void readsAsTheType(String body, String component, @Nullable String expected) {
        assertThat(read(body, component, "/a")).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    {"a":{"b":[{"c":1}]}}        ¦ whole ¦ /a/b/0/c                ¦ 1
                    {"a":{"b":[{"c":1}]}}        ¦ whole ¦ //a/b/0/c               ¦ 1
                    {"a":{"b":[{"c":1}]}}        ¦ whole ¦ /a/b/1/c                ¦
                    {"a":{"b":[{"c":1}]}}        ¦ whole ¦ /a/b/c                  ¦
                    {"a/b":{"~":1}}              ¦ whole ¦ /a~1b/~0                ¦ 1
                    {"Error Message":"x"}        ¦ text  ¦ /Error Message          ¦ x
                    {"a":[{"k":"x","v":1},{"k":"y","v":2}]} ¦ whole ¦ /a[k=y]/v    ¦ 2
                    {"a":[{"k":1,"v":1},{"k":2,"v":2}]}     ¦ whole ¦ /a/[k=2]/v   ¦ 2
                    {"a":[{"k":"x"}]}            ¦ whole ¦ /a[k=z]/v               ¦
                    {"a":[{"n":"x"},{"n":null},{}]} ¦ list ¦ /a/*/n                ¦ [x]
                    {"a":{"p":{"n":"x"},"q":{"n":"y"}}} ¦ list ¦ /a/*/n            ¦ [x,y]
                    {"a":[[1,2],[3]]}            ¦ text  ¦ /a/*/* | join:"-"       ¦ 1-2-3
                    {"a":null}                   ¦ list  ¦ /a/*                    ¦
                    {"a":[]}                     ¦ list  ¦ /a/*                    ¦ []
                    {}                           ¦ list  ¦ /a or none              ¦ []
                    {}                           ¦ map   ¦ /a or none              ¦ {}
                    {}                           ¦ text  ¦ /a or none              ¦
                    {"b":"x"}                    ¦ text  ¦ /a or /b                ¦ x
                    {"a":"","b":"x"}             ¦ text  ¦ /a or /b                ¦ x
                    {"a":"y","b":5}              ¦ whole ¦ /a or /b                ¦ 5
                    {"a":"y"}                    ¦ whole ¦ /a or /b                ¦
                    {"a":"y"}                    ¦ whole ¦ /a | number or none     ¦
                    {}                           ¦ text  ¦ =fixed text             ¦ fixed text
                    {}                           ¦ text  ¦ /a or =fixed            ¦ fixed
                    {"a":"x"}                    ¦ text  ¦ {text | upper}-{/a}     ¦ AB/C D-x
                    {}                           ¦ text  ¦ {text}-{/a}             ¦
                    {"a":{}}                     ¦ text  ¦ {text}-{/a}             ¦ malformed
                    {"7":"x"}                    ¦ text  ¦ /{whole}                ¦ x
                    {"a":[{"k":"7","v":"y"}]}    ¦ text  ¦ /a[k={whole}]/v         ¦ y
                    {}                           ¦ whole ¦ {whole}                 ¦ 7
                    {}                           ¦ list  ¦ {tags}                  ¦ [a,b]
                    {}                           ¦ text  ¦ {tags}!                 ¦ a,b!
                    {\"a\":[\"x\",2]}               ¦ text  ¦ {text | lower}:{/a}      ¦ ab/c d:x,2
                    {}                           ¦ text  ¦ x{tags | join:"+"}      ¦ xa+b
                    {}                           ¦ text  ¦ {mood} {at} {day} {year} {exact} {real} {truth} {link} ¦ very_bad 2025-11-21T10:00:00Z 2025-11-21 2025 1000 0 true https://a.example/b
                    {}                           ¦ text  ¦ {at | epoch-s}/{at | epoch-ms}/{day | epoch-s} ¦ 1763719200/1763719200000/1763683200
                    {}                           ¦ text  ¦ {at | date:"yyyy-MM-dd'T'HH"} {year | date:yy} {day | date:HH} ¦ 2025-11-21T10 25 00
                    {}                           ¦ text  ¦ header:X-None           ¦
                    """)
    void findsWhatTheExpressionNames(String body, String component, String expression, @Nullable String expected) {
        assertThat(read(body, component, expression)).isEqualTo(expected == null ? "" : expected);
    }
}
