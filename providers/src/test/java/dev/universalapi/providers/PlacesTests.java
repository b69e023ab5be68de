package dev.universalapi.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.operation.Operations;
import dev.universalapi.providers.weather.CurrentWeather;
import dev.universalapi.providers.weather.WeatherForecast;
import org.junit.jupiter.api.Test;

final class PlacesTests {
    private final Operations operations = Operations.beside(Content.class);

    @Test
    void areAskedOnAGridOfTwoDecimals() {
        var query = canonical(new CurrentWeather(48.856614, 2.3522219));

        assertThat(query).isEqualTo(new CurrentWeather(48.86, 2.35));
    }

    @Test
    void haveNoNegativeZero() {
        var query = canonical(new WeatherForecast(-0.00001, 0.0, 1));

        assertThat(query).isEqualTo(new WeatherForecast(0.0, 0.0, 1));
        assertThat(query.toString()).contains("latitude=0.0");
    }

    private Record canonical(Record query) {
        return operations.find(query.getClass()).orElseThrow().canonical(query);
    }
}
