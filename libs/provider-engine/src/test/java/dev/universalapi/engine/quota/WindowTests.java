package dev.universalapi.engine.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.manifest.Quota;
import dev.universalapi.engine.manifest.Quota.Period;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTests {
    @ParameterizedTest
    @CsvSource({
        // seconds, minutes and hours are those of the epoch
        "SECOND, UTC,                 2026-03-01T12:34:56.789Z, 2026-03-01T12:34:56Z, 2026-03-01T12:34:57Z",
        "MINUTE, UTC,                 2026-03-01T12:34:56Z,     2026-03-01T12:34:00Z, 2026-03-01T12:35:00Z",
        "HOUR,   UTC,                 2026-03-01T12:34:56Z,     2026-03-01T12:00:00Z, 2026-03-01T13:00:00Z",
        "MINUTE, UTC,                 1969-12-31T23:59:59Z,     1969-12-31T23:59:00Z, 1970-01-01T00:00:00Z",
        // a day of 23 hours and one of 25
        "DAY,    America/Los_Angeles, 2026-03-08T12:00:00Z,     2026-03-08T08:00:00Z, 2026-03-09T07:00:00Z",
        "DAY,    America/Los_Angeles, 2026-11-01T12:00:00Z,     2026-11-01T07:00:00Z, 2026-11-02T08:00:00Z",
        // days that begin at one o'clock
        "DAY,    America/Sao_Paulo,   2018-11-04T12:00:00Z,     2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z",
        "DAY,    Asia/Beirut,         2022-03-27T12:00:00Z,     2022-03-26T22:00:00Z, 2022-03-27T21:00:00Z",
        // a day that is shown twice, one that goes back over midnight, and one that never was
        "DAY,    America/Havana,      2026-11-01T05:30:00Z,     2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z",
        "DAY,    America/St_Johns,    2006-10-29T02:45:00Z,     2006-10-29T02:30:00Z, 2006-10-30T03:30:00Z",
        "DAY,    Pacific/Apia,        2011-12-30T09:59:59Z,     2011-12-29T10:00:00Z, 2011-12-30T10:00:00Z",
        "DAY,    Pacific/Apia,        2011-12-30T10:00:00Z,     2011-12-30T10:00:00Z, 2011-12-31T10:00:00Z",
        // months, a leap year, the end of a year
        "MONTH,  UTC,                 2026-02-28T23:59:59Z,     2026-02-01T00:00:00Z, 2026-03-01T00:00:00Z",
        "MONTH,  UTC,                 2028-02-29T12:00:00Z,     2028-02-01T00:00:00Z, 2028-03-01T00:00:00Z",
        "MONTH,  Asia/Tokyo,          2026-12-31T15:00:00Z,     2026-12-31T15:00:00Z, 2027-01-31T15:00:00Z",
        "MONTH,  America/Los_Angeles, 2026-03-31T12:00:00Z,     2026-03-01T08:00:00Z, 2026-04-01T07:00:00Z",
    })
    void beginsAndEndsAsTheProviderCounts(Period period, String zone, Instant now, Instant start, Instant end) {
        var window = Window.of(new Quota(5, "requests", period, ZoneId.of(zone)), now);

        assertThat(window.start()).isEqualTo(start);
        assertThat(window.end()).isEqualTo(end);
    }

    @Test
    void isNamedByUnitPeriodZoneAndStart() {
        var now = Instant.parse("2026-03-01T12:34:56Z");

        var minute = Window.of(new Quota(5, "requests", Period.MINUTE, ZoneId.of("UTC")), now);
        var day = Window.of(new Quota(5, "characters", Period.DAY, ZoneId.of("Asia/Tokyo")), now);

        assertThat(minute.name()).isEqualTo("requests/minute@1772368440");
        assertThat(day.name()).isEqualTo("characters/day Asia/Tokyo@1772290800");
    }
}
