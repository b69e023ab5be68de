package dev.universalapi.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTests {

    @ParameterizedTest
    @CsvSource({
        "https://api.open-meteo.com, https://api.open-meteo.com/v1/forecast?latitude=1",
        "https://api.open-meteo.com/v1, https://API.Open-Meteo.com:443/v1",
        "http://ip-api.com, http://ip-api.com/json",
        "https://{language}.wikipedia.org, https://no.wikipedia.org/w/api.php"
    })
    void coversAddressesOfItsHost(String base, URI address) {
        assertThat(Destination.declared(base).covers(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.open-meteo.com, http://api.open-meteo.com/",
        "https://api.open-meteo.com, https://api.open-meteo.com.evil.example/",
        "https://api.open-meteo.com, https://evil.example/api.open-meteo.com",
        "https://api.open-meteo.com, https://key@api.open-meteo.com/",
        "https://api.open-meteo.com, https://api.open-meteo.com:8443/",
        "https://api.open-meteo.com, /v1/forecast",
        "https://{language}.wikipedia.org, https://wikipedia.org/",
        "https://{language}.wikipedia.org, https://a.b.wikipedia.org/",
        "https://{language}.wikipedia.org, https://9.wikipedia.org/",
        "https://{language}.wikipedia.org, https://en.wikipedia.org.evil.example/"
    })
    void coversNothingElse(String base, URI address) {
        assertThat(Destination.declared(base).covers(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.example.com",
                "ftp://api.example.com",
                "https://",
                "https://user@api.example.com",
                "https://api.example.com:444",
                "https://api.example.com?x=1",
                "https://api.example.com#x",
                "https://127.0.0.1",
                "https://[::1]",
                "https://intranet",
                "https://x.internal",
                "https://{language}.org",
                "https://a{language}.wikipedia.org",
                "https://x.{language}.example.org",
                "https://a b.example.com",
                "https://api.example.com."
            })
    void refusesWhatNoManifestMayDeclare(String base) {
        assertThatThrownBy(() -> Destination.declared(base))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(it|its|a hole) .+");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:5000, http, localhost, 5000",
        "http://libretranslate, http, libretranslate, 80",
        "http://10.1.2.3:5000/api, http, 10.1.2.3, 5000",
        "http://[::1]:5000, http, [::1], 5000",
        "https://translate.example.com, https, translate.example.com, 443"
    })
    void letsTheOperatorNameTheOwnNetwork(String base, String scheme, String host, int port) {
        var destination = Destination.byOperator(base);

        assertThat(destination.scheme()).isEqualTo(scheme);
        assertThat(destination.host()).isEqualTo(host);
        assertThat(destination.port()).isEqualTo(port);
        assertThat(destination.isByOperator()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433",
                "http://0x7f000001",
                "http://0177.0.0.1",
                "http://127.1",
                "ftp://x",
                "http://a@b"
            })
    void expectsTheOperatorToWritePlainAddresses(String base) {
        assertThatThrownBy(() -> Destination.byOperator(base)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsItsHoleAsAStar() {
        assertThat(Destination.declared("https://{language}.wikipedia.org/w"))
                .hasToString("https://*.wikipedia.org:443");
    }
}
