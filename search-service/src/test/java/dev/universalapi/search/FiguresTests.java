package dev.universalapi.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FiguresTests extends SearchTests {

    /// Writes what it tells, `target/figures/search-service.txt`: rules and boards are compared with it.
    @Test
    void tellsHowProvidersDo() throws Exception {
        OUTSIDE.answers("api.open-meteo.com", 200, """
                {"current": {"time": 1768382100, "temperature_2m": 0.0, "apparent_temperature": null,
                 "relative_humidity_2m": 87, "wind_speed_10m": 4.2, "wind_direction_10m": 231, "weather_code": 0}}
                """);
        json(
                to("/api/weather/current?latitude=48.85&longitude=2.35")
                        .header("X-Route", "{\"only\":[\"open-meteo\"]}"),
                200);

        var figures = send(management("/actuator/prometheus")).body();
        var file = Path.of("target", "figures", "search-service.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, figures);

        assertThat(figures.lines())
                .anyMatch(line -> line.startsWith("provider_attempts_seconds_count{")
                        && line.contains("provider=\"open-meteo\"")
                        && line.contains("outcome=\"ok\""));
    }
}
