package dev.universalapi.engine.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.egress.EgressRequest;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Places;
import dev.universalapi.engine.trial.Single;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FillingTests {
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

    @TempDir
    private Path secrets;

    private static Offer any(String call) {
        return Draft.offer("trial/any", call + ANSWER);
    }

    private static EgressRequest fill(Offer offer, Record query) throws UnfillableException {
        return offer.request(query, Secrets.sandbox(), Duration.ofSeconds(1));
    }

    private static String address(String call) throws UnfillableException {
        return fill(any(call), QUERY).uri().toString().replace("https://api.acme.example/v1", "");
    }

    private static String body(String call) throws UnfillableException {
        return new String(fill(any(call), QUERY).body(), StandardCharsets.UTF_8);
    }

    @Test
    void fillsTheQueryAndLeavesOutWhatIsMissing() throws UnfillableException {
        var call = "get: /x\nquery: { a: '{real}', b: '{exact}', c: 'on {day}', d: '{text}', e: 1.10, f: no, g: '', "
                + "h: '{year or =2000}', i: '{mood}', j: '{tags}', k: '{year or none}', l: '{ x }', 'm n': =x }";

        assertThat(address(call))
                .isEqualTo("/x?a=0&c=on%202025-11-21&d=a%20b%2Fc%3F&e=1.10&f=no&g=&h=2000&i=very_bad&j=x%2Cy"
                        + "&l=%7B%20x%20%7D&m%20n=%3Dx");
    }

    @Test
    void fillsThePathSegmentBySegment() throws UnfillableException {
        assertThat(address("get: /x/{text or =none}/y")).isEqualTo("/x/a%20b%2Fc%3F/y");
        assertThat(address("get: /x/{text | path or =none}")).isEqualTo("/x/a%20b/c%3F");
        assertThat(address("get: /x/{text | url or =none}")).isEqualTo("/x/a%20b%2Fc%3F");
        assertThat(address("get: /{day or =x}..{at | date:yyyy or =x}")).isEqualTo("/2025-11-21..2025");
    }

    @Test
    void refusesAPathThatWouldClimb() {
        var offer =
                Draft.offer("trial/single", "get: /x/{name}/y\nanswer:\n  id: /i\n  number: /n\n  inner:\n    a: /a");

        for (var name : List.of(".", "..")) {
            assertThatThrownBy(() -> fill(offer, new Single(name))).isInstanceOf(UnfillableException.class);
            assertThat(offer.unsupported(new Single(name))).isPresent();
        }
        assertThat(offer.unsupported(new Single("..."))).isEmpty();
        assertThat(offer.unsupported(new Single(" "))).hasValue("a part of the path is missing");
    }

    @Test
    void fillsAForm() throws UnfillableException {
        var request = fill(any("post: /x\nform: { a: '{text}', b: '{exact}', c: '{truth}' }"), QUERY);

        assertThat(request.method()).isEqualTo("POST");
        assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo("a=a%20b%2Fc%3F&c=true");
        assertThat(request.headers()).containsEntry("Content-Type", "application/x-www-form-urlencoded");
    }

    @Test
    void fillsJsonKeepingTypesAndLeavingOutWhatIsMissing() throws UnfillableException {
        assertThat(body("""
                post: /x
                json:
                  text: "{text}"
                  both: "{text}!"
                  number: "{whole}"
                  truth: "{truth}"
                  list: "{tags}"
                  gone: "{exact}"
                  deep: { gone: "{exact}", list: [ "{year}" ] }
                  part: { gone: "{exact}", kept: 1 }
                  some: { gone: "{exact}", there: "{mood}" }
                  items: [ "{exact}", "{whole}", fixed ]
                  fixed: { a: [], b: {}, c: null, d: 1.50, e: true, f: "{ x }", g: 0x1F, h: 0o17, i: .inf }
                """))
                .isEqualTo(
                        "{\"text\":\"a b/c?\",\"both\":\"a b/c?!\",\"number\":7,\"truth\":true,\"list\":[\"x\",\"y\"],"
                                + "\"some\":{\"there\":\"very_bad\"},\"items\":[7,\"fixed\"],"
                                + "\"fixed\":{\"a\":[],\"b\":{},\"c\":null,\"d\":1.50,\"e\":true,\"f\":\"{ x }\",\"g\":31,\"h\":15,"
                                + "\"i\":\".inf\"}}");
        assertThat(body("post: /x\njson: { a: '{exact}' }")).isEmpty();
        assertThat(body("post: /x\njson: '{tags}'")).isEqualTo("[\"x\",\"y\"]");
        assertThat(body("post: /x")).isEmpty();
    }

    @Test
    void sendsTheirsForOursAndRefusesWhatIsNotListed() throws UnfillableException {
        var manifest = Draft.HEAD + "tables:\n  mood: { VERY_BAD: [ 5, 6 ], GOOD: x, OTHER: else }\n"
                + "operations:\n  trial/any:\n    post: /x\n    query: { m: '{mood | table:mood}' }\n"
                + "    json: { m: '{mood | table:mood}' }\n    answer:\n      mood: /m | table:mood\n";
        var offer = Draft.provider(manifest).offers().getFirst();
        var other = new AnyValue(null, null, null, null, null, null, null, null, null, AnyValue.Mood.OTHER, null);

        assertThat(fill(offer, QUERY).uri().getRawQuery()).isEqualTo("m=5");
        assertThat(new String(fill(offer, QUERY).body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"m\":5}");
        assertThat(offer.unsupported(other)).hasValue("OTHER is not listed in the table mood");
        assertThat(offer.unsupported(AnyValue.NONE)).isEmpty();
    }

    @Test
    void putsKeysWhereTheyGoAndTellsEgressAllOfThem() throws UnfillableException, IOException {
        Files.writeString(secrets.resolve("ACME_KEY"), "k&y\nsecond\n");
        Files.writeString(secrets.resolve("ACME_USER"), "me");
        var found = Secrets.of(secrets);

        var query = auth("{ query: { key: $ACME_KEY, user: $ACME_USER } }").request(QUERY, found, Duration.ZERO);
        var header = auth("{ header: { X-Key: Token $ACME_KEY } }").request(QUERY, found, Duration.ZERO);
        var bearer = auth("{ bearer: $ACME_KEY }").request(QUERY, found, Duration.ZERO);
        var basic = auth("{ basic: '$ACME_USER:$ACME_KEY' }").request(QUERY, found, Duration.ZERO);
        var path = auth("{ path: bot$ACME_USER }").request(QUERY, found, Duration.ZERO);

        assertThat(query.uri()).hasToString("https://api.acme.example/v1/x?key=k%26y&user=me");
        assertThat(query.toString()).doesNotContain("k%26y", "=me");
        assertThat(query.secrets()).contains("k&y", "k%26y", "me");
        assertThat(header.headers()).containsEntry("X-Key", "Token k&y").containsEntry("X-Always", "a");
        assertThat(bearer.headers()).containsEntry("Authorization", "Bearer k&y");
        assertThat(basic.headers()).containsEntry("Authorization", "Basic bWU6ayZ5");
        assertThat(basic.secrets()).contains("bWU6ayZ5");
        assertThat(path.uri()).hasToString("https://api.acme.example/v1/botme/x");
    }

    private static Offer auth(String auth) {
        return Draft.provider(Draft.HEAD.replace("auth: none", "auth: " + auth + "\nheaders: { X-Always: a }")
                        + "operations:\n  trial/any:\n    get: /x\n    answer:\n      text: /t\n")
                .offers()
                .getFirst();
    }

    @Test
    void takesAFallbackOrLeavesTheKeyOut() throws UnfillableException {
        var none = Secrets.of(secrets);

        var demo = auth("{ query: { key: $ACME_KEY or DEMO_KEY } }").request(QUERY, none, Duration.ZERO);
        var left = auth("{ bearer: $ACME_KEY or none }").request(QUERY, none, Duration.ZERO);
        var basic = auth("{ basic: '$ACME_KEY or none' }").request(QUERY, none, Duration.ZERO);

        assertThat(demo.uri().getRawQuery()).isEqualTo("key=DEMO_KEY");
        assertThat(left.headers()).doesNotContainKey("Authorization");
        assertThat(basic.headers()).doesNotContainKey("Authorization");
    }

    @Test
    void writesTheLineWithNamesForSecrets() throws UnfillableException {
        assertThat(auth("{ query: { key: $ACME_KEY or DEMO } }").line(QUERY))
                .isEqualTo("GET https://api.acme.example/v1/x?key=$ACME_KEY");
        assertThat(auth("{ path: bot$ACME_KEY }").line(QUERY))
                .isEqualTo("GET https://api.acme.example/v1/bot$ACME_KEY/x");
    }

    @Test
    void letsTheOperatorPutAnotherBaseIn() throws UnfillableException, IOException {
        var offer = based("$ACME_BASE or https://api.acme.example/v1");
        Files.writeString(secrets.resolve("ACME_BASE"), "http://127.0.0.1:8123/own/");

        var own = offer.request(QUERY, Secrets.of(secrets), Duration.ZERO);
        var shipped = offer.request(QUERY, Secrets.of(secrets.resolve("none")), Duration.ZERO);
        var sandbox = offer.request(QUERY, Secrets.sandbox(), Duration.ZERO);

        assertThat(own.uri()).hasToString("http://127.0.0.1:8123/own/x");
        assertThat(own.destination().isByOperator()).isTrue();
        assertThat(shipped.uri()).hasToString("https://api.acme.example/v1/x");
        assertThat(shipped.destination().isByOperator()).isFalse();
        assertThat(sandbox.uri()).hasToString("https://api.acme.example/v1/x");
        Files.writeString(secrets.resolve("ACME_BASE"), "not an address");
        assertThatThrownBy(() -> offer.request(QUERY, Secrets.of(secrets), Duration.ZERO))
                .hasMessageContaining("ACME_BASE");
    }

    private static Offer based(String base) {
        return Draft.provider(Draft.HEAD.replace("https://api.acme.example/v1", base)
                        + "operations:\n  trial/any:\n    get: /x\n    answer:\n      text: /t\n")
                .offers()
                .getFirst();
    }

    @Test
    void fillsAHoleInTheHostWithALabelOnly() throws UnfillableException {
        var provider = Draft.provider(Draft.HEAD.replace("https://api.acme", "https://{language or =en}.wiki.acme")
                + "operations:\n  trial/places:\n    get: /x\n    answer:\n      places: none\n      named: none\n");
        var offer = provider.offers().getFirst();

        assertThat(fill(offer, Places.near()).uri()).hasToString("https://en.wiki.acme.example/v1/x");
        assertThat(fill(offer, places("fr")).uri()).hasToString("https://fr.wiki.acme.example/v1/x");
        for (var evil : List.of("evil.example/", "a.b", "Fr", "-x", "a@b", "x".repeat(17))) {
            assertThat(offer.unsupported(places(evil))).as(evil).isPresent();
        }
        assertThat(provider.base().covers("de.wiki.acme.example")).isTrue();
        assertThat(provider.base().covers("wiki.acme.example")).isFalse();
        assertThat(provider.base().covers("a b")).isFalse();
    }

    private static Places places(String language) {
        return new Places(0, 0, 3, language, null, null);
    }

    @Test
    void refusesARequestBeyondItsLimits() {
        var offer = any("get: /x\nquery: { a: '{text | upper}' }");
        var form = any("post: /x\nform: { a: '{text | upper}' }");
        var long8 = new AnyValue("x".repeat(9_000), null, null, null, null, null, null, null, null, null, null);
        var large = new AnyValue("x".repeat(1_100_000), null, null, null, null, null, null, null, null, null, null);

        assertThat(offer.unsupported(long8)).hasValue("the address would be longer than 8 KiB");
        assertThat(form.unsupported(large)).hasValue("the request would be larger than 1 MiB");
    }

    @Test
    void acceptsWhatTheManifestSays() {
        var offer = Draft.offer("trial/any", """
                accepts: { whole: 1..5, real: "0.5..", text: ..3, tags: ..2, mood: [ good, other ], exact: [ 1, 2.50 ] }
                get: /x
                answer:
                  text: /t
                """);

        assertThat(offer.unsupported(AnyValue.NONE)).isEmpty();
        assertThat(offer.unsupported(QUERY)).hasValue("whole must be in 1..5, was 7");
        assertThat(offer.unsupported(with(5, 0.5, "abc", AnyValue.Mood.GOOD, "2.5")))
                .isEmpty();
        assertThat(offer.unsupported(with(0, 0.5, "abc", AnyValue.Mood.GOOD, "1")))
                .isPresent();
        assertThat(offer.unsupported(with(5, 0, "abc", AnyValue.Mood.GOOD, "1")))
                .hasValue("real must be in 0.5.., was 0.0");
        assertThat(offer.unsupported(with(5, 1, "abcd", AnyValue.Mood.GOOD, "1")))
                .hasValue("the size of text must be in ..3, was 4");
        assertThat(offer.unsupported(with(5, 1, "a", AnyValue.Mood.VERY_BAD, "1")))
                .hasValue("mood must be one of good, other, was very_bad");
        assertThat(offer.unsupported(with(5, 1, "a", AnyValue.Mood.OTHER, "3"))).isPresent();
    }

    @Test
    void acceptsNoValueWhereTheManifestListsNone() {
        var offer = Draft.offer("trial/any", """
                accepts: { mood: [ ], tags: [ ] }
                get: /x
                answer: { text: /t }
                """);

        assertThat(offer.unsupported(AnyValue.NONE)).isEmpty();
        assertThat(offer.unsupported(QUERY)).hasValue("mood must be left out, was very_bad");
        assertThat(offer.unsupported(
                        new AnyValue(null, null, null, null, null, null, null, null, null, null, List.of())))
                .isEmpty();
        assertThat(offer.unsupported(
                        new AnyValue(null, null, null, null, null, null, null, null, null, null, List.of("a"))))
                .hasValue("tags must be left out, was a");
    }

    private static AnyValue with(int whole, double real, String text, AnyValue.Mood mood, String exact) {
        return new AnyValue(
                text,
                whole,
                real,
                new java.math.BigDecimal(exact),
                null,
                null,
                null,
                null,
                null,
                mood,
                List.of("a", "b"));
    }
}
