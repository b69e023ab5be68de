package dev.universalapi.search.search.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTests {

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01T00:00:00Z",
        "2026-02, 2026-02-01T00:00:00Z",
        "2026-02-03, 2026-02-03T00:00:00Z",
        "2026-02-03T04:05:06Z, 2026-02-03T04:05:06Z"
    })
    void readsItHoweverExactlyItIsTold(String text, String moment) {
        assertThat(Moment.read(text)).contains(Instant.parse(moment));
    }

    @Test
    void isNothingForAnyOtherText() {
        assertThat(Moment.read("long ago")).isEmpty();
        assertThat(Moment.read("2026-13-01")).isEmpty();
    }
}
