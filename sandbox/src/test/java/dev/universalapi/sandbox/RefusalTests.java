package dev.universalapi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RefusalTests {
    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open-meteo | api.open-meteo.com | /v2/forecast?latitude=1&longitude=2 | /v2/forecast",
                "open-meteo | api.open-meteo.com | /v1/forecast?latitude=1 | longitude",
                "frankfurter | api.frankfurter.dev | /v1/latest?base=EUR&colour=red | colour",
                "frankfurter | api.frankfurter.dev | /v1/latest | base",
                "weatherapi | api.weatherapi.com | /v1/current.json?q=1%2C2 | key",
                "met-norway | api.met.no | /weatherapi/locationforecast/2.0/compact?lat=1&lon=2 | user-agent",
            })
    void refusesWhatTheManifestWouldNotSendAndSaysHow(String provider, String host, String path, String named)
            throws Exception {
        var response = world.caller().get(host, path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue(Wire.REFUSED)).hasValue("true");
        assertThat(response.body()).contains(provider).containsIgnoringCase(named);
    }

    @Test
    void refusesAHostThatNoProviderHas() throws Exception {
        var response = world.caller().get("example.com", "/sandbox/faults");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue(Wire.REFUSED)).hasValue("true");
        assertThat(response.body()).contains("example.com");
    }

    @Test
    void countsCallsAndRefusals() throws Exception {
        world.caller().get("api.frankfurter.dev", "/v1/latest?base=EUR");
        world.caller().get("api.frankfurter.dev", "/v1/latest?base=USD");
        world.caller().get("api.frankfurter.dev", "/v1/oldest");

        var counted = world.caller().admin("GET", "/sandbox/requests", "");
        world.caller().admin("DELETE", "/sandbox/requests", "");
        var reset = world.caller().admin("GET", "/sandbox/requests", "");

        assertThat(Wire.JSON.readTree(counted.body()).path("frankfurter"))
                .isEqualTo(Wire.JSON.readTree("{\"calls\": 2, \"refused\": 1}"));
        assertThat(Wire.JSON.readTree(reset.body()).path("frankfurter"))
                .isEqualTo(Wire.JSON.readTree("{\"calls\": 0, \"refused\": 0}"));
    }
}
