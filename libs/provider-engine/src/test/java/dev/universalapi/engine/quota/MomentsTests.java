package dev.universalapi.engine.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTests {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "30,                        '',       2026-03-01T12:00:30Z",
        "' 0.5 ',                   '',       2026-03-01T12:00:00.500Z",
        "0,                         '',       2026-03-01T12:00:00Z",
        "31622400,                  '',       2027-03-02T12:00:00Z",
        "2m59.5s,                   '',       2026-03-01T12:02:59.500Z",
        "1d2h3m4s5ms,               '',       2026-03-02T14:03:04.005Z",
        "120ms,                     '',       2026-03-01T12:00:00.120Z",
        "7h,                        '',       2026-03-01T19:00:00Z",
        "2026-03-01T13:00:00Z,      '',       2026-03-01T13:00:00Z",
        "2026-03-01 13:00:00+01:00, '',       2026-03-01T12:00:00Z",
        "1772370000,                epoch-s,  2026-03-01T13:00:00Z",
        "1772370000.5,              epoch-s,  2026-03-01T13:00:00.500Z",
        "1772370000000,             epoch-ms, 2026-03-01T13:00:00Z",
    })
    void readsEveryFormOfAReset(String value, String form, Instant expected) {
        assertThat(Moments.reset(value, form, NOW)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'',          ''",
        "soon,        ''",
        "-5,          ''",
        "5 minutes,   ''",
        "1772370000,  ''", // a moment that is said to be seconds
        "31622401,    ''",
        "99999999999999999999, ''",
        "2026-03-01,  ''",
        "2024-03-01T12:00:00Z, ''",
        "1772370000,  epoch-ms",
        "1772370000000, epoch-s",
        "2m,          epoch-s",
        "2m,          epoch-ms",
    })
    void saysNothingWhereNothingCanBeRead(String value, String form) {
        assertThat(Moments.reset(value, form, NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "30,                                2026-03-01T12:00:30Z",
        "'Sun, 01 Mar 2026 12:05:00 GMT',   2026-03-01T12:05:00Z",
        "'Sun, 01 Mar 2026 11:55:00 GMT',   2026-03-01T11:55:00Z",
    })
    void readsRetryAfter(String value, Instant expected) {
        assertThat(Moments.retryAfter(value, NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "later", "Sun, 01 Mar 2020 12:05:00 GMT", "2026-03-01T12:05:00Z", "99999999999"})
    void ignoresAnUnreadableRetryAfter(String value) {
        assertThat(Moments.retryAfter(value, NOW)).isEmpty();
    }
}
