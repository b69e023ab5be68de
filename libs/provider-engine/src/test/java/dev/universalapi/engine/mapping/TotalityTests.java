package dev.universalapi.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Places;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Reading never throws, whatever the response.
class TotalityTests {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"a\"",
            "\"b\"",
            "\"\"",
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "1e999999999",
            "\"2025-13-45\"",
            "<",
            ">",
            "</a>",
            "<a>",
            "<a b=\"1\"/>",
            "&amp;",
            "&x;",
            "<!DOCTYPE a [<!ENTITY x \"y\">]>",
            "\u0000",
            "\"\\ud800\"",
            "9".repeat(500),
            "\"" + "9".repeat(500) + "\"",
            "<![CDATA[x]]>",
            " ");
    private static final String ANY = """
            get: /x
            reads: %s
            refuse:
              - { when: /a/b, as: not-found, message: /a/b }
              - { when: no /b, as: not-found }
              - { when: "/a = 0, b", as: unavailable }
            answer:
              text: "{/a}/{/b}"
              whole: /a | number
              big: /a/0 | scale:3
              real: /a | split:, | last-part or /b
              at: /a | epoch-s or /b | date:yyyy-MM-dd | zone:/a
              day: /a/0 | epoch-ms
              year: /b
              link: /a
              mood: /b
              list: /*/b | plain
              grid: /a
              map: /
            """;
    private static final String PLACES = """
            get: /x
            answer:
              places:
                columns: /
                name: /a
                height: /b/*/a
                spot:
                  latitude: /a
                  longitude: /b
              named:
                entries: /a
                name: key
                height: /b
            """;

    private final Random random = new Random(20251121);

    @Test
    void neverThrowsOverArbitraryBodies() {
        var offers = List.of(
                Draft.offer("trial/any", ANY.formatted("json")),
                Draft.offer("trial/any", ANY.formatted("xml")),
                Draft.offer("trial/any", ANY.formatted("text")),
                Draft.offer("trial/any", ANY.formatted("nothing")));
        var places = Draft.offer("trial/places", PLACES);

        for (int i = 0; i < 4_000; i++) {
            for (var offer : offers) {
                neverThrows(offer, AnyValue.NONE);
            }
            neverThrows(places, Places.near());
        }
    }

    private void neverThrows(Offer offer, Record query) {
        var response = new EgressResponse(random.nextInt(5) == 0 ? random.nextInt(700) : 200, headers(), body());

        assertThatCode(() -> assertThat(offer.read(query, response)).isNotNull())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .doesNotThrowAnyException();
    }

    private byte[] body() {
        if (random.nextInt(10) == 0) {
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            return bytes;
        }
        var text = new StringBuilder();
        if (random.nextBoolean()) {
            value(text, 0);
        } else {
            for (int i = random.nextInt(20); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(StringBuilder text, int depth) {
        switch (depth > 4 ? 2 : random.nextInt(3)) {
            case 0 -> {
                text.append('{');
                for (int i = random.nextInt(4); i > 0; i--) {
                    text.append('"').append((char) ('a' + random.nextInt(3))).append("\":");
                    value(text, depth + 1);
                    text.append(i > 1 ? "," : "");
                }
                text.append('}');
            }
            case 1 -> {
                text.append('[');
                for (int i = random.nextInt(4); i > 0; i--) {
                    value(text, depth + 1);
                    text.append(i > 1 ? "," : "");
                }
                text.append(']');
            }
            default ->
                text.append(List.of(
                                "null",
                                "true",
                                "0",
                                "1.5",
                                "\"b\"",
                                "\"2025-01-02\"",
                                "\"\"",
                                "1e30",
                                "\"https://x y\"")
                        .get(random.nextInt(9)));
        }
    }

    private Map<String, List<String>> headers() {
        return random.nextBoolean() ? Map.of() : Map.of("content-type", List.of("text/html; charset=\"none\""));
    }
}
