package dev.universalapi.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.universalapi.egress.EgressException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What servers do with bodies and heads, and what we take of it.
class BrokenAnswerTests {
    private static final byte[] HELLO = "hello hello hello".getBytes(StandardCharsets.UTF_8);
    private static final int MIB = 1024 * 1024;

    private final Egress egress = Egress.live(EgressLimits.DEFAULT);

    @AfterEach
    void close() {
        egress.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "X-GZIP", "deflate", "raw-deflate", "identity"})
    void decompressesWhatItAskedFor(String encoding) throws Exception {
        var head = "HTTP/1.1 200 OK\nContent-Encoding: " + encoding.replace("raw-", "");
        try (var server = RawServer.saying(head, encode(encoding, HELLO))) {

            assertThat(egress.send(Requests.get(server)).body()).isEqualTo(HELLO);
        }
    }

    @Test
    void takesAnEmptyBodyThatSaysItIsCompressed() throws Exception {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: 0", "")) {

            assertThat(egress.send(Requests.get(server)).body()).isEmpty();
        }
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws Exception {
        try (var server =
                RawServer.saying("HTTP/1.1 200 OK\nContent-Encoding: gzip", encode("gzip", new byte[4 * MIB]))) {

            assertThat(egress.send(Requests.get(server)).body()).hasSize(4 * MIB);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "raw-deflate", "identity"})
    void refusesABodyAboveTheLimit(String encoding) throws Exception {
        var head = "HTTP/1.1 200 OK\nContent-Encoding: " + encoding.replace("raw-", "");

        assertBroken(head, encode(encoding, new byte[4 * MIB + 1]), "the answer is larger than 4194304 bytes");
    }

    @Test
    void stopsReadingAnEndlessBody() throws Exception {
        try (var server = new RawServer((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            while (true) {
                out.write(new byte[8192]);
            }
        })) {
            var thrown = catchThrowableOfType(EgressException.class, () -> egress.send(Requests.get(server)));

            assertThat(thrown.kind()).isEqualTo(Kind.BROKEN_ANSWER);
            server.awaitClosed();
        }
    }

    @Test
    void refusesABodyThatEndsTooEarly() throws Exception {
        assertBroken("HTTP/1.1 200 OK\nContent-Length: 100", HELLO);
        assertBroken("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", "10\r\nhello".getBytes(StandardCharsets.UTF_8));
        assertBroken("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", "zz\r\nhello\r\n".getBytes(StandardCharsets.UTF_8));
        assertBroken("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", "5\r\nhello\r\n".getBytes(StandardCharsets.UTF_8));
        var gzip = encode("gzip", HELLO);
        assertBroken("HTTP/1.1 200 OK\nContent-Encoding: gzip", Arrays.copyOf(gzip, gzip.length - 4));
    }

    @Test
    void refusesEncodingsItDidNotAskFor() throws Exception {
        assertBroken(
                "HTTP/1.1 200 OK\nContent-Encoding: br",
                HELLO,
                "the answer is encoded in a way that was not asked for");
        assertBroken("HTTP/1.1 200 OK\nContent-Encoding: gzip, gzip", HELLO, "the answer is encoded more than once");
        assertBroken("HTTP/1.1 200 OK\nContent-Encoding: gzip", HELLO);
        assertBroken("HTTP/1.1 200 OK\nContent-Encoding: deflate", HELLO);
    }

    @Test
    void refusesHeadsAboveTheLimit() throws Exception {
        assertBroken("HTTP/1.1 200 OK\nX-Long: " + "x".repeat(20_000), HELLO);
        assertBroken("HTTP/1.1 200 OK" + "\nX-Many: 1".repeat(300), HELLO);
    }

    @Test
    void isNotReachedByWhoClosesUnasked() throws Exception {
        try (var server = new RawServer((_, _) -> false)) {
            var thrown = catchThrowableOfType(EgressException.class, () -> egress.send(Requests.get(server)));

            assertThat(thrown.kind()).isEqualTo(Kind.UNREACHABLE);
        }
    }

    private void assertBroken(String head, byte[] body) throws IOException {
        try (var server = RawServer.saying(head, body)) {
            var thrown = catchThrowableOfType(EgressException.class, () -> egress.send(Requests.get(server)));

            assertThat(thrown.kind()).as(head).isEqualTo(Kind.BROKEN_ANSWER);
        }
    }

    private void assertBroken(String head, byte[] body, String message) throws IOException {
        try (var server = RawServer.saying(head, body)) {
            var thrown = catchThrowableOfType(EgressException.class, () -> egress.send(Requests.get(server)));

            assertThat(thrown.kind()).isEqualTo(Kind.BROKEN_ANSWER);
            assertThat(thrown).hasMessage(message);
        }
    }

    private static byte[] encode(String encoding, byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = switch (encoding) {
            case "gzip", "X-GZIP" -> new GZIPOutputStream(bytes);
            case "deflate" -> new DeflaterOutputStream(bytes);
            case "raw-deflate" -> new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
            default -> bytes;
        }) {
            out.write(body);
        }
        return bytes.toByteArray();
    }
}
