package dev.universalapi.engine.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.manifest.Quota;
import dev.universalapi.engine.manifest.Quota.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class WindowProperties {
    private static final long Y1960 = -315_619_200;
    private static final long Y2100 = 4_102_444_800L;

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList())
                .map(ZoneId::of);
    }

    @Property(tries = 2000)
    void everyMomentLiesInItsWindowAndWindowsLieSideBySide(
            @ForAll Period period,
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = Y1960, max = Y2100) long second) {
        assertSound(new Quota(5, "requests", period, zone), Instant.ofEpochSecond(second));
    }

    @Property(tries = 2000)
    void holdsAroundEveryChangeOfClocks(
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = Y1960, max = Y2100) long second,
            @ForAll @LongRange(min = -93_600, max = 93_600) long beside) {
        var change = zone.getRules().nextTransition(Instant.ofEpochSecond(second));
        var now = (change == null ? Instant.ofEpochSecond(second) : change.getInstant()).plusSeconds(beside);

        assertSound(new Quota(5, "requests", Period.DAY, zone), now);
        assertSound(new Quota(5, "requests", Period.MONTH, zone), now);
    }

    private static void assertSound(Quota quota, Instant now) {
        var window = Window.of(quota, now);
        var before = Window.of(quota, window.start().minusNanos(1));
        var after = Window.of(quota, window.end());

        assertThat(window.start()).isBeforeOrEqualTo(now);
        assertThat(window.end()).isAfter(now);
        assertThat(before.end()).isEqualTo(window.start());
        assertThat(after.start()).isEqualTo(window.end());
        assertThat(Window.of(quota, window.start())).isEqualTo(window);
        assertThat(Window.of(quota, window.end().minusNanos(1))).isEqualTo(window);
        assertThat(before.name()).isNotEqualTo(window.name());
        assertThat(after.name()).isNotEqualTo(window.name());
        assertThat(window.length()).isBetween(shortest(quota.period()), longest(quota.period()));
    }

    // a day may lack an hour or two, and have one more or, where a zone changed sides of the date line, a whole day
    private static Duration shortest(Period period) {
        return switch (period) {
            case SECOND -> Duration.ofSeconds(1);
            case MINUTE -> Duration.ofMinutes(1);
            case HOUR -> Duration.ofHours(1);
            case DAY -> Duration.ofMinutes(1);
            case MONTH -> Duration.ofDays(26);
        };
    }

    private static Duration longest(Period period) {
        return switch (period) {
            case SECOND -> Duration.ofSeconds(1);
            case MINUTE -> Duration.ofMinutes(1);
            case HOUR -> Duration.ofHours(1);
            case DAY -> Duration.ofHours(49);
            case MONTH -> Duration.ofDays(32).plusHours(2);
        };
    }
}
