package dev.universalapi.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.universalapi.egress.EgressException.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTests {

    @Test
    void sendsEveryHostToTheSandboxOverOneConnection() throws Exception {
        try (var server = new RawServer((_, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi".getBytes(StandardCharsets.UTF_8));
                    return true;
                });
                var egress = Egress.sandbox(URI.create("http://127.0.0.1:" + server.port()), EgressLimits.DEFAULT)) {
            egress.send(Requests.get(
                    URI.create("https://api.open-meteo.com/v1/forecast?latitude=0"),
                    Destination.declared("https://api.open-meteo.com")));
            egress.send(Requests.get(URI.create("http://ip-api.com/json"), Destination.declared("http://ip-api.com")));
            egress.send(Requests.get(
                    URI.create("http://libretranslate:5000/x"), Destination.byOperator("http://libretranslate:5000")));

            assertThat(server.request())
                    .startsWith("GET /v1/forecast?latitude=0 HTTP/1.1")
                    .contains("Host: api.open-meteo.com");
            assertThat(server.request()).contains("Host: ip-api.com");
            assertThat(server.request()).contains("Host: libretranslate:5000");
            assertThat(server.accepted()).isEqualTo(2); // one pool for manifests, one for what the operator set
        }
    }

    @Test
    void refusesWhatLiveWouldRefuse() throws Exception {
        try (var server = RawServer.saying("HTTP/1.1 200 OK", "");
                var egress = Egress.sandbox(URI.create("http://localhost:" + server.port()), EgressLimits.DEFAULT)) {
            var elsewhere =
                    Requests.get(URI.create("https://evil.example/"), Destination.declared("https://api.example.com"));

            var thrown = catchThrowableOfType(EgressException.class, () -> egress.send(elsewhere));

            assertThat(thrown.kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
            assertThat(server.accepted()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34:9000",
                "http://10.0.0.1:9000",
                "https://127.0.0.1:9000",
                "http://127.0.0.1",
                "http:9000",
                "http://sandbox.invalid:9000"
            })
    void isOnThisMachineOrNotAtAll(URI sandbox) {
        assertThatThrownBy(() -> Egress.sandbox(sandbox, EgressLimits.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sandbox.toString());
    }
}
