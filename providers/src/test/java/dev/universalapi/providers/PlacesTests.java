package dev.universalapi.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.providers.weather.CurrentWeather;
import dev.universalapi.providers.weather.WeatherForecast;
import org.junit.jupiter.api.Test;

final class PlacesTests {

    @Test
    void areRoundedToTheGridOfFourDecimals() {
        var query = new CurrentWeather(48.856614, 2.3522219);

        assertThat(query).isEqualTo(new CurrentWeather(48.8566, 2.3522));
    }

    @Test
    void haveNoNegativeZero() {
        var query = new WeatherForecast(-0.00001, 0.0, 1);

        assertThat(query).isEqualTo(new WeatherForecast(0.0, 0.0, 1));
        assertThat(Double.toString(query.latitude())).isEqualTo("0.0");
    }
}
