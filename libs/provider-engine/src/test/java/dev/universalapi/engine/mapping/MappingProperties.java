package dev.universalapi.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.ManifestException;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Corpus;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Mutations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Spoils expressions at random: each is refused at load with file and line, or makes something of every body. The seed
/// is fixed, so that a build is the same twice. What is found goes into `expressions.txt`, which is replayed.
final class MappingProperties {
    private static final List<String> EXPRESSIONS = Corpus.of("mapping").lines("expressions.txt");
    private static final List<String> COMPONENTS = List.of("text", "list", "exact", "at", "mood", "link", "grid");
    private static final List<String> TOKENS = List.of(
            " or ",
            " | ",
            "/",
            "//",
            "/*",
            "*",
            "[",
            "]",
            "=",
            "{",
            "}",
            "\"",
            "'",
            ":",
            ",",
            "~",
            "~1",
            "key",
            "none",
            "header:",
            "{text}",
            "number",
            "scale:-1e300",
            "date:yyyy",
            "date:'",
            "zone:/a",
            "zone:UTC",
            "split:x",
            "join:x",
            "table:t",
            "0",
            "999999",
            "-1",
            "$ACME_KEY",
            "\u00a0",
            "\ud83d\ude00");
    private static final String BODY = """
            {"a":{"b":"x, y <b>z</b> &amp;","n":12.5,"d":"2025-01-02","z":"Asia/Tokyo",
            "l":[{"b":"x","c":1},{"b":[2]},null,"s",[[3]]],"m":{"k":1}},"a/b":{"~c":true}}""";
    private static final Map<String, List<String>> BODIES = Map.of(
            "json", List.of(BODY, "[1,[2,[3]]]", "null", "\"x\"", "{\"a\":[[],{},\"\"]}"),
            "xml", List.of("<a z='UTC'><b>x</b><b n='1'>y<c/></b><l><b>1</b></l><n>1e9</n></a>", "<a/>"),
            "csv", List.of("a,b\n1,2\n3,4", "a"),
            "text", List.of("a b", ""));

    @Provide
    Arbitrary<byte[]> expressions() {
        return Mutations.of(
                EXPRESSIONS.stream()
                        .map(line -> line.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                TOKENS);
    }

    @Property(tries = 800, seed = "20261125")
    void isRefusedOrComesToAnOutcome(@ForAll("expressions") byte[] spoilt) {
        var expression = new String(spoilt, StandardCharsets.UTF_8);
        var component = COMPONENTS.get(Math.floorMod(expression.hashCode(), COMPONENTS.size()));
        var reads = BODIES.keySet().stream().sorted().toList().get(Math.floorMod(expression.length(), BODIES.size()));

        comesToAnOutcome(expression, component, reads);
    }

    @Example
    void replaysTheCorpus() {
        for (var expression : EXPRESSIONS) {
            for (var component : COMPONENTS) {
                comesToAnOutcome(expression, component, "json");
            }
        }
    }

    private static void comesToAnOutcome(String expression, String component, String reads) {
        var text = expression.replaceAll("\\s", " ").replace("'", "''");
        try {
            var offer = Draft.offer(
                    "trial/any", "get: /x\nreads: " + reads + "\nanswer: { " + component + ": '" + text + "' }");
            for (var body : BODIES.getOrDefault(reads, List.of())) {
                var response = new EgressResponse(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
                assertThat(offer.read(AnyValue.NONE, response).outcome())
                        .isIn(Outcome.OK, Outcome.MALFORMED, Outcome.DRIFTED);
            }
        } catch (ManifestException e) {
            assertThat(e.errors()).allMatch(error -> error.matches("(?s)acme/provider\\.yml:[0-9]{1,4}: .+; .+"));
        }
    }
}
