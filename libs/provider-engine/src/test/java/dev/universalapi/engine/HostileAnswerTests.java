package dev.universalapi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.Egress;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.receipt.Receipts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a provider says over the wire comes to one outcome of the taxonomy, and the next one answers.
@Timeout(60)
class HostileAnswerTests {
    private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
    private static final String HOSTILE = "api.cold.example";
    private static final String GOOD = "api.mild.example";
    private static final String LAUGHS = "<!DOCTYPE t [<!ENTITY a \"ha\"><!ENTITY b \"" + "&a;".repeat(1_000)
            + "\"><!ENTITY d \"" + "&b;".repeat(1_000) + "\">]><t><c>&d;</c></t>";
    private static final int MIB = 1024 * 1024;

    @TempDir
    private Path folder;

    private final InstantSource clock = InstantSource.system();
    private RawWorld world;
    private Egress egress;

    @BeforeEach
    void open() throws IOException {
        world = new RawWorld();
        egress = world.egress();
        provider("mild", "json", "/c");
        world.says(GOOD, OK + "Content-Length: 7\r\n\r\n{\"c\":5}");
    }

    @AfterEach
    void close() throws IOException {
        egress.close();
        world.close();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                json("two members", Outcome.OK, "{\"c\":1}"),
                json("deep lists", Outcome.MALFORMED, "[".repeat(100_000)),
                json("deep objects", Outcome.MALFORMED, "{\"c\":".repeat(100_000)),
                json("10,000 elements", Outcome.MALFORMED, "{\"c\":1,\"l\":[" + "1,".repeat(10_000) + "1]}"),
                json("10,000 members", Outcome.OK, "{" + members(10_000) + "\"c\":1}"),
                json("300,000 members", Outcome.MALFORMED, "{" + members(300_000) + "\"c\":1}"),
                json("a number of a gigabyte", Outcome.MALFORMED, "{\"c\":1e999999999}"),
                json("a byte order mark", Outcome.OK, "\ufeff{\"c\":1}"),
                json("a page", Outcome.MALFORMED, "<!doctype html><title>Hello</title>"),
                said("more than 4 MiB", Outcome.MALFORMED, "json", OK, bytes("{\"c\":1}" + " ".repeat(4 * MIB))),
                said("a length too long", Outcome.MALFORMED, "json", OK + "Content-Length: 99\r\n", bytes("{\"c\":1}")),
                said("a length too short", Outcome.MALFORMED, "json", OK + "Content-Length: 3\r\n", bytes("{\"c\":1}")),
                said("a length below 0", Outcome.MALFORMED, "json", OK + "Content-Length: -7\r\n", bytes("{\"c\":1}")),
                said("a length that is none", Outcome.MALFORMED, "json", OK + "Content-Length: x\r\n", bytes("{}")),
                chunked("a chunk too long", "ff\r\n{\"c\":1}\r\n0\r\n\r\n"),
                chunked("a chunk of the longest size", "7fffffffffffffff\r\n{\"c\":1}\r\n0\r\n\r\n"),
                chunked("a chunk without a size", "\r\n{\"c\":1}\r\n0\r\n\r\n"),
                chunked("no last chunk", "7\r\n{\"c\":1}\r\n"),
                said(
                        "latin-1 said to be UTF-16",
                        Outcome.MALFORMED,
                        "csv",
                        type("text/csv; charset=utf-16"),
                        latin("c\nÿ")),
                said(
                        "UTF-16 said to be UTF-8",
                        Outcome.MALFORMED,
                        "csv",
                        type("text/csv; charset=utf-8"),
                        utf16("c\n1")),
                said("UTF-16 as it says", Outcome.OK, "csv", type("text/csv; charset=utf-16"), utf16("c\n1")),
                said("a charset of nobody", Outcome.OK, "csv", type("text/csv; charset=x-no"), bytes("c\n1")),
                said("a byte order mark in CSV", Outcome.OK, "csv", OK, bytes("\ufeffc\n1")),
                said("10,000 rows", Outcome.MALFORMED, "csv", OK, bytes("c\n" + "1\n".repeat(10_000))),
                said("10,000 columns", Outcome.OK, "csv", OK, bytes("c" + columns(10_000) + "\n1")),
                said("a field of 1 MiB", Outcome.OK, "csv", OK, bytes("c,d\n1,\"" + "x".repeat(MIB) + "\"")),
                said("a field without end", Outcome.MALFORMED, "csv", OK, bytes("c,d\n1,\"" + "x".repeat(MIB))),
                xml("a billion laughs", Outcome.MALFORMED, LAUGHS),
                xml("a file as entity", Outcome.MALFORMED, entity("file:///etc/passwd")),
                xml("an address as entity", Outcome.MALFORMED, entity("http://127.0.0.1/x")),
                xml("deep elements", Outcome.MALFORMED, "<t>".repeat(100_000)),
                xml("10,000 elements", Outcome.MALFORMED, "<t><c>1</c>" + "<d/>".repeat(10_000) + "</t>"),
                xml("10,000 attributes", Outcome.MALFORMED, "<t" + attributes(10_000) + "><c>1</c></t>"),
                xml(
                        "a charset that lies",
                        Outcome.MALFORMED,
                        "<?xml version=\"1.0\" encoding=\"utf-16\"?><t><c>1</c></t>"),
                compressed("a gzip bomb", Outcome.MALFORMED, "gzip", 64 * MIB),
                compressed("a deflate bomb", Outcome.MALFORMED, "deflate", 64 * MIB),
                compressed("a gzip in gzip", Outcome.MALFORMED, "gzip, gzip", 10),
                said(
                        "no gzip at all",
                        Outcome.MALFORMED,
                        "json",
                        OK + "Content-Encoding: gzip\r\n",
                        bytes("{\"c\":1}")),
                said(
                        "a header of 20 KB",
                        Outcome.MALFORMED,
                        "json",
                        OK + "X: " + "x".repeat(20_000) + "\r\n",
                        bytes("{}")),
                said("10,000 headers", Outcome.MALFORMED, "json", OK + "X: 1\r\n".repeat(10_000), bytes("{\"c\":1}")),
                said("no head", Outcome.UNREACHABLE, "json", "\u0000".repeat(100), bytes("x")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void comesToTheRightOutcomeAndTheNextAnswers(String what, Outcome expected, String reads, byte[] answer)
            throws IOException {
        provider("cold", reads, at(reads));
        world.says(HOSTILE, answer);
        var engine = engine();

        var reply = ask(engine, Duration.ofSeconds(30));
        var again = ask(engine, Duration.ofSeconds(30));

        assertThat(outcomes(reply))
                .as(what)
                .containsExactlyElementsOf(
                        expected == Outcome.OK ? List.of(Outcome.OK) : List.of(expected, Outcome.OK));
        assertThat(reply.data().celsius()).isEqualTo(expected == Outcome.OK ? 1 : 5);
        assertThat(outcomes(again)).endsWith(Outcome.OK);
    }

    @Test
    void aSlowDripEndsAtItsShareOfTheTimeAndTheNextAnswers() throws Exception {
        provider("cold", "json", "/c");
        world.saysAndDrips(HOSTILE, OK + "Content-Length: 1000000\r\n\r\n{\"c\":1}");

        var reply = ask(engine(), Duration.ofMillis(800));

        assertThat(outcomes(reply)).containsExactly(Outcome.TIMEOUT, Outcome.OK);
        world.awaitLeft();
    }

    @Test
    void aDrippingHeadEndsToo() throws Exception {
        provider("cold", "json", "/c");
        world.saysAndDrips(HOSTILE, "HTTP/1.1 200 OK\r\nX-Slow: ");

        var reply = ask(engine(), Duration.ofMillis(800));

        assertThat(outcomes(reply)).containsExactly(Outcome.TIMEOUT, Outcome.OK);
        world.awaitLeft();
    }

    private static Arguments json(String what, Outcome expected, String body) {
        return said(what, expected, "json", OK, bytes(body));
    }

    private static Arguments xml(String what, Outcome expected, String body) {
        return said(what, expected, "xml", OK, bytes(body));
    }

    private static Arguments chunked(String what, String body) {
        return said(what, Outcome.MALFORMED, "json", OK + "Transfer-Encoding: chunked\r\n", bytes(body));
    }

    private static Arguments compressed(String what, Outcome expected, String encoding, int size) {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out =
                encoding.startsWith("gzip") ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
            out.write(" ".repeat(size).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return said(what, expected, "json", OK + "Content-Encoding: " + encoding + "\r\n", bytes.toByteArray());
    }

    private static Arguments said(String what, Outcome expected, String reads, String head, byte[] body) {
        var answer = new ByteArrayOutputStream();
        answer.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        answer.writeBytes(bytes("\r\n"));
        answer.writeBytes(body);
        return Arguments.of(what, expected, reads, answer.toByteArray());
    }

    private static String type(String media) {
        return OK + "Content-Type: " + media + "\r\n";
    }

    private static String members(int count) {
        return many("\"a%d\":0,", count);
    }

    private static String columns(int count) {
        return many(",c%d", count);
    }

    private static String attributes(int count) {
        return many(" a%d=\"\"", count);
    }

    private static String many(String piece, int count) {
        var all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(piece.replace("%d", String.valueOf(i)));
        }
        return all.toString();
    }

    private static String entity(String address) {
        return "<!DOCTYPE t [<!ENTITY x SYSTEM \"" + address + "\">]><t><c>&x;</c></t>";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf16(String text) {
        return text.getBytes(Charset.forName("UTF-16"));
    }

    private static String at(String reads) {
        return switch (reads) {
            case "xml" -> "/t/c";
            case "csv" -> "/0/c";
            default -> "/c";
        };
    }

    private void provider(String id, String reads, String address) throws IOException {
        var manifest = """
                name: %1$s
                home: https://%1$s.example
                terms: { commercial: allowed, cache: true }
                base: https://api.%1$s.example
                auth: none
                operations:
                  weather/now:
                    get: /now
                    query: { latitude: "{latitude}" }
                    reads: %2$s
                    answer: { celsius: %3$s }
                """.formatted(id, reads, address);
        Files.writeString(Files.createDirectories(folder.resolve(id)).resolve("provider.yml"), manifest);
    }

    private Engine engine() {
        var catalogue = Catalogue.load(Operations.of(TemperatureNow.class), folder);
        return TestEngine.of(
                catalogue,
                egress,
                Secrets.of(null),
                Receipts.inMemory(clock),
                clock,
                () -> List.of("cold", "mild"),
                "live");
    }

    private Reply.Answered<TemperatureNow.Answer> ask(Engine engine, Duration time) {
        var asking = new Asking("r1", "acme", clock.instant().plus(time), Route.ANY);
        return (Reply.Answered<TemperatureNow.Answer>) engine.ask(new TemperatureNow(0), asking);
    }

    private static List<Outcome> outcomes(Reply.Answered<?> reply) {
        return reply.meta().attempts().stream().map(Attempt::outcome).toList();
    }
}
