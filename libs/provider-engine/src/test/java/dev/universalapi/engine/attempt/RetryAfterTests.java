package dev.universalapi.engine.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTests {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.500Z");

    @ParameterizedTest
    @CsvSource({
        "30, 30",
        "' 7 ', 7",
        "0, 1",
        "999999999, 86400",
        "'Sun, 01 Mar 2026 12:00:30 GMT', 30",
        "'Sun, 01 Mar 2026 12:01:00 GMT', 60",
        "'Sun, 01 Mar 2026 11:00:00 GMT', 1",
        "'Tue, 01 Mar 2033 11:00:00 GMT', 86400"
    })
    void readsSecondsAndDatesWithinBounds(String value, long seconds) {
        assertThat(RetryAfter.seconds(value, NOW)).hasValue(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999", "2026-03-01T12:00:30Z"})
    void saysNothingWhereNothingCanBeRead(String value) {
        assertThat(RetryAfter.seconds(value, NOW)).isEmpty();
    }
}
