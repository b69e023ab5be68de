package dev.universalapi.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.universalapi.egress.EgressException.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestCheckTests {
    private static final String BASE = "https://api.example.com";

    private final RequestCheck check = new RequestCheck(EgressLimits.DEFAULT);

    @Test
    void takesAnAddressOfTheLimitAndNoLongerOne() {
        var fits = BASE + "/" + "x".repeat(8192 - BASE.length() - 1);

        assertThatCode(() -> check.check(request("GET", fits, Map.of(), 0))).doesNotThrowAnyException();
        assertRefused(request("GET", fits + "x", Map.of(), 0), "the address is longer than 8192 bytes");
    }

    @Test
    void takesABodyOfTheLimitAndNoLargerOne() {
        var mib = 1024 * 1024;

        assertThatCode(() -> check.check(request("POST", BASE, Map.of(), mib))).doesNotThrowAnyException();
        assertRefused(request("POST", BASE, Map.of(), mib + 1), "the body is larger than 1048576 bytes");
        assertRefused(request("GET", BASE, Map.of(), 1), "a GET has no body");
    }

    @Test
    void sendsOnlyMethodsThatTheLanguageHas() {
        assertRefused(request("DELETE", BASE, Map.of(), 0), "only GET and POST are sent");
        assertRefused(request("GET", BASE + "/#x", Map.of(), 0), "an address with a fragment is not sent");
    }

    @ParameterizedTest
    @CsvSource({
        "Host, evil.example",
        "content-length, 5",
        "Transfer-Encoding, chunked",
        "Cookie, a=b",
        "Connection, close"
    })
    void leavesFramingToTheClient(String name, String value) {
        assertRefused(
                request("GET", BASE, Map.of(name, value), 0), "the header " + name + " is not for a request to set");
    }

    @Test
    void refusesLineBreaksInHeaders() {
        assertRefused(
                request("GET", BASE, Map.of("X-A", "a\r\nHost: b"), 0),
                "the header X-A holds a character that headers cannot");
        assertRefused(
                request("GET", BASE, Map.of("X-A", "日"), 0), "the header X-A holds a character that headers cannot");
        assertRefused(request("GET", BASE, Map.of("X A", "a"), 0), "the name of a header is not one");
    }

    private void assertRefused(EgressRequest request, String message) {
        var thrown = catchThrowableOfType(EgressException.class, () -> check.check(request));

        assertThat(thrown.kind()).isEqualTo(Kind.FORBIDDEN_REQUEST);
        assertThat(thrown).hasMessage(message);
    }

    private static EgressRequest request(String method, String address, Map<String, String> headers, int body) {
        return new EgressRequest(
                method,
                URI.create(address),
                Destination.declared(BASE),
                headers,
                new byte[body],
                Duration.ofSeconds(1),
                Set.of());
    }
}
