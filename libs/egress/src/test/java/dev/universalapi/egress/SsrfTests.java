package dev.universalapi.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.universalapi.egress.EgressException.Kind;
import dev.universalapi.egress.guard.GuardedLookup;
import dev.universalapi.egress.guard.GuardedLookup.ForbiddenAddressException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing of the corpus is ever dialled, whichever way it comes in.
class SsrfTests {
    private static final Destination DECLARED = Destination.declared("https://api.example.com");

    private RawServer victim;

    @BeforeEach
    void open() throws IOException {
        victim = RawServer.saying("HTTP/1.1 200 OK\nContent-Length: 6", "secret");
    }

    @AfterEach
    void close() throws IOException {
        assertThat(victim.accepted()).isZero();
        victim.close();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void noManifestCanDeclareIt(Entry entry) {
        var address = entry.address(victim.port());

        assertThatThrownBy(() -> Destination.declared(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void noRequestOfADeclaredHostCanReachIt(Entry entry) {
        try (var egress = Egress.live(EgressLimits.DEFAULT)) {
            var address = uri(entry.address(victim.port()));
            if (address != null) {
                var thrown =
                        catchThrowableOfType(EgressException.class, () -> egress.send(Requests.get(address, DECLARED)));

                assertThat(thrown.kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("resolving")
    void noNameThatResolvesToItIsDialled(Entry entry) {
        var address = URI.create(entry.address(victim.port()));
        try (var wire = new Wire(new GuardedLookup(_ -> entry.answers(), false), null, EgressLimits.DEFAULT)) {
            var message = wire.message(Requests.get(address, DECLARED));

            assertThatThrownBy(() -> wire.exchange(message, address, new Wire.Sending()))
                    .isInstanceOf(ForbiddenAddressException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("literal")
    void theGuardHoldsWithoutTheChecksBeforeIt(Entry entry) {
        var address = uri(entry.address(victim.port()));
        if (address == null || address.getHost() == null) {
            return;
        }
        try (var wire = new Wire(new GuardedLookup(InetAddress::getAllByName, false), null, EgressLimits.DEFAULT)) {
            var message = wire.message(Requests.get(address, DECLARED));

            assertThatThrownBy(() -> wire.exchange(message, address, new Wire.Sending()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aRedirectToMetadataIsAnAnswerAndNoMore() throws Exception {
        try (var server = RawServer.saying("""
                        HTTP/1.1 302 Found
                        Location: http://127.0.0.1:%d/
                        Content-Length: 0""".formatted(victim.port()), "");
                var egress = Egress.live(EgressLimits.DEFAULT)) {

            var response = egress.send(Requests.get(server));

            assertThat(response.status()).isEqualTo(302);
        }
    }

    record Entry(String kind, String address, List<String> resolved) {
        String address(int port) {
            return address.replace("{port}", Integer.toString(port));
        }

        InetAddress[] answers() {
            return resolved.stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        }

        @Override
        public String toString() {
            return kind + " " + address;
        }
    }

    static Stream<Entry> corpus() throws IOException {
        var resource = Objects.requireNonNull(SsrfTests.class.getResourceAsStream("/ssrf-corpus.txt"));
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            return reader.readAllAsString()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.strip().split("\\s+", -1)))
                    .map(parts -> new Entry(parts.get(0), parts.get(1), parts.subList(2, parts.size())));
        }
    }

    static Stream<Entry> resolving() throws IOException {
        return corpus().filter(entry -> entry.kind.equals("resolves"));
    }

    static Stream<Entry> literal() throws IOException {
        return corpus().filter(entry -> entry.address.contains("{port}") && !entry.kind.equals("resolves"));
    }

    private static @Nullable URI uri(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException _) {
            return null; // no request can hold it
        }
    }
}
