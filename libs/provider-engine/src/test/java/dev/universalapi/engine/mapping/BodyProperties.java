package dev.universalapi.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Bodied;
import dev.universalapi.engine.trial.Corpus;
import dev.universalapi.engine.trial.Mutations;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Spoils bodies at random. The seed is fixed, so that a build is the same twice; leave it out and raise the tries to
/// look further. What is found goes into the corpus.
final class BodyProperties {
    private static final String SEED = "20261125";
    private static final int TRIES = 2_000;
    private static final Corpus CORPUS = Corpus.of("body");
    private static final List<String> JSON = List.of(
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "\"a\":", "\"b\":", "null", "true", "-", "1e9",
            "1e400", "\u0000", "\ufeff", "NaN", "0x", "//", "'");
    private static final List<String> XML = List.of(
            "<",
            ">",
            "</",
            "/>",
            "<a>",
            "</a>",
            "<b>",
            "&",
            ";",
            "&amp;",
            "&#x0;",
            "&x;",
            "<!",
            "<!--",
            "-->",
            "--",
            "<![CDATA[",
            "]]>",
            "<?",
            "?>",
            "<!DOCTYPE a [",
            "]>",
            "xmlns=\"u\"",
            "xmlns:p=\"\"",
            "a=\"",
            "'",
            "=",
            "\u0000",
            "\ufffe",
            "encoding=\"utf-16\"");
    private static final List<String> CSV =
            List.of(",", "\"", "\"\"", "\n", "\r", "\r\n", ";", "\t", "b", "b,", "\ufeff", "\u0000", " ", "#", "\\");

    @Provide
    Arbitrary<byte[]> json() {
        return bodies(".json", JSON);
    }

    @Provide
    Arbitrary<byte[]> xml() {
        return bodies(".xml", XML);
    }

    @Provide
    Arbitrary<byte[]> csv() {
        return bodies(".csv", CSV);
    }

    private static Arbitrary<byte[]> bodies(String ending, List<String> tokens) {
        return Mutations.of(CORPUS.names(ending).stream().map(CORPUS::file).toList(), tokens);
    }

    @Property(tries = TRIES, seed = SEED)
    void jsonComesToAnOutcome(@ForAll("json") byte[] body) {
        comesToAnOutcome("x.json", body);
    }

    @Property(tries = TRIES, seed = SEED)
    void xmlComesToAnOutcome(@ForAll("xml") byte[] body) {
        comesToAnOutcome("x.xml", body);
    }

    @Property(tries = TRIES, seed = SEED)
    void csvComesToAnOutcome(@ForAll("csv") byte[] body) {
        comesToAnOutcome("x.csv", body);
    }

    private static void comesToAnOutcome(String file, byte[] body) {
        var reading = Bodied.offer(file).read(AnyValue.NONE, new EgressResponse(200, Map.of(), body));

        assertThat(reading.outcome()).isIn(Outcome.OK, Outcome.MALFORMED, Outcome.DRIFTED);
    }
}
