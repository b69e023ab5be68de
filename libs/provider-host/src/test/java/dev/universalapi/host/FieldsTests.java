package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTests extends AtelierTests {
    private static final String DIAL = "/api/tool/sundial?latitude=1&longitude=2&fields=";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "motto | {'motto':'Lente hora'}",
                "price,motto | {'motto':'Lente hora','price':0.0000100}",
                "maker | {'maker':null}",
                "maker.name | {'maker':null}",
                "shadows.metres | {'shadows':[{'metres':1.25}]}",
                "'shadows.measuredBy.town, shadows.hour' | {'shadows':[{'hour':9,'measuredBy':{'town':null}}]}",
                "named.hour | {'named':{'noon':{'hour':9}}}",
                "named.measuredBy,named.measuredBy.name | {'named':{'noon':{'measuredBy':{'name':'Hypatia','town':null}}}}",
                "motto,motto | {'motto':'Lente hora'}"
            })
    void leavesNothingElse(String fields, String data) throws Exception {
        var answer = to(DIAL + fields).exchange();

        var body = body(answer, 200);
        assertThat(answer.getResponse().getContentAsString())
                .startsWith("{\"data\":" + data.replace('\'', '"') + ",\"meta\":");
        assertThat(body.path("meta").path("provider").asString()).isEqualTo("pigments");
    }

    @Test
    void standsInTheAddressBesideABody() throws Exception {
        var body = body(
                post("/api/paint/colour?fields=hex", "{\"name\": \"red\", \"latitude\": 0}")
                        .exchange(),
                200);

        assertThat(body.path("data")).hasToString("{\"hex\":\"#ff0000\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | fields names ``, which is no member of an answer of tool/sundial; it has motto, price, shadows, named, maker",
                "motto, | fields names ``, which is no member of an answer of tool/sundial; it has motto, price, shadows, named, maker",
                "Motto | fields names `Motto`, which is no member of an answer of tool/sundial; it has motto, price, shadows, named, maker",
                "shadows.colour | fields names `colour`, which is no member of shadows; it has hour, metres, measuredBy",
                "shadows.measuredBy.age | fields names `age`, which is no member of shadows.measuredBy; it has name, town",
                "motto.length | fields cannot lead into motto, which is one value",
                "named.noon | fields names `noon`, which is no member of named; it has hour, metres, measuredBy",
                "a.b.c.d.e.f.g | fields must be at most 6 deep, was a.b.c.d.e.f.g",
                "motto&fields=price | fields must be given once, its names parted by commas"
            })
    void status400SaysWhatThereIs(String fields, String detail) throws Exception {
        var problem = problem(to(DIAL + fields).exchange(), 400, "invalid-parameter");

        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo("fields");
        assertThat(problem.path("detail").asString()).isEqualTo(detail);
        assertThat(providers.story()).isEmpty();
    }

    @Test
    void status400ForMoreThan64() throws Exception {
        var most = String.join(",", Collections.nCopies(64, "motto"));

        body(to(DIAL + most).exchange(), 200);
        var problem = problem(to(DIAL + most + ",motto").exchange(), 400, "invalid-parameter");

        assertThat(problem.path("detail").asString()).isEqualTo("fields must name at most 64 members");
    }

    @Test
    void aLongNameIsShownShort() throws Exception {
        var endless = Stream.generate(() -> "x").limit(500).collect(Collectors.joining());

        var problem = problem(to(DIAL + endless).exchange(), 400, "invalid-parameter");

        assertThat(problem.path("detail").asString()).hasSizeLessThan(200).contains("x…`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/paint/swatch?name=a", "/api/song/ballad?how=whole"})
    void status400WhereAnswersAreNoJson(String address) throws Exception {
        var fields = problem(to(address + "&fields=words").exchange(), 400, "invalid-parameter");
        var raw = problem(to(address + "&raw=true").exchange(), 400, "invalid-parameter");

        assertThat(fields.path("detail").asString()).startsWith("fields is for answers of JSON; ");
        assertThat(raw.path("detail").asString()).startsWith("raw is for answers of JSON; ");
    }

    @Test
    void isCheckedInADryRunToo() throws Exception {
        problem(to(DIAL + "x&dryRun=true").exchange(), 400, "invalid-parameter");
        body(to(DIAL + "motto&dryRun=true").exchange(), 200);
    }
}
