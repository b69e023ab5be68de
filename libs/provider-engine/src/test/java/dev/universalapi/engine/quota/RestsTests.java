package dev.universalapi.engine.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Quota;
import dev.universalapi.engine.manifest.Quota.Period;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.quota.Rests.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RestsTests {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final RandomGenerator NO_JITTER = () -> 0;
    private static final RandomGenerator MOST_JITTER = () -> -1;

    private final Rests rests = new Rests(CountedQuotas.Settings.DEFAULT, NO_JITTER);

    private Optional<Rest> after(
            Outcome outcome, @Nullable String retryAfter, List<Hint> hints, List<Quota> quotas, int strikes) {
        return after(rests, outcome, retryAfter, hints, quotas, strikes);
    }

    private static Optional<Rest> after(
            Rests rests,
            Outcome outcome,
            @Nullable String retryAfter,
            List<Hint> hints,
            List<Quota> quotas,
            int strikes) {
        var response = Optional.ofNullable(retryAfter)
                .map(value -> new EgressResponse(429, Map.of("retry-after", List.of(value)), new byte[0]));
        return rests.after(outcome, response, hints, quotas, Optional::empty, strikes, NOW);
    }

    private static Rest rest(Duration length, int strikes) {
        return new Rest(NOW.plus(length), strikes);
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMITED", "QUOTA_SPENT", "UNAVAILABLE"})
    void restsAsLongAsItIsAskedTo(Outcome outcome) {
        assertThat(after(outcome, "30", List.of(), List.of(), 3)).contains(rest(Duration.ofSeconds(30), 3));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"RATE_LIMITED", "QUOTA_SPENT", "UNAVAILABLE"},
            mode = EnumSource.Mode.EXCLUDE)
    void believesRetryAfterOnlyWhereItIsRefused(Outcome outcome) {
        assertThat(after(outcome, "30", List.of(), List.of(), 3)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, PT1S", "1, PT1S", "86400, PT24H", "86401, PT24H"})
    void restsAtLeastASecondAndAtMostADay(String retryAfter, Duration expected) {
        assertThat(after(Outcome.RATE_LIMITED, retryAfter, List.of(), List.of(), 0))
                .contains(rest(expected, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, PT1M", "1, PT2M", "2, PT4M", "3, PT8M", "4, PT10M", "1000, PT10M"})
    void restsTwiceAsLongEachTimeThatNobodySaysHowLong(int strikes, Duration expected) {
        assertThat(after(Outcome.RATE_LIMITED, "soon", List.of(), List.of(), strikes))
                .contains(rest(expected, strikes + 1));
    }

    @ParameterizedTest
    @CsvSource({"SECOND, PT1S", "MINUTE, PT1M", "HOUR, PT1M", "MONTH, PT1M"})
    void beginsWithTheShortestPeriodThatItCanHaveOverrun(Period period, Duration expected) {
        var quotas = List.of(
                new Quota(9, "requests", Period.DAY, ZoneOffset.UTC), new Quota(5, "requests", period, ZoneOffset.UTC));

        assertThat(after(Outcome.RATE_LIMITED, null, List.of(), quotas, 0)).contains(rest(expected, 1));
    }

    @Test
    void addsUpToAFifthSoThatNotAllComeBackAtOnce() {
        var late = new Rests(CountedQuotas.Settings.DEFAULT, MOST_JITTER);

        var rest =
                after(late, Outcome.RATE_LIMITED, null, List.of(), List.of(), 0).orElseThrow();

        assertThat(Duration.between(NOW, rest.until())).isBetween(Duration.ofMillis(71_900), Duration.ofSeconds(72));
    }

    @Test
    void believesTheLatestOfWhatIsSaid() {
        var spent = new Hint("requests", 0, NOW.plusSeconds(40));
        var left = new Hint("requests", 7, NOW.plusSeconds(900));
        var tokens = new Hint("tokens", 0, NOW.plusSeconds(900));
        var unsaid = new Hint("requests", -1, NOW.plusSeconds(50));

        assertThat(after(Outcome.RATE_LIMITED, "30", List.of(spent, left, tokens), List.of(), 0))
                .contains(rest(Duration.ofSeconds(40), 0));
        assertThat(after(Outcome.RATE_LIMITED, "60", List.of(spent), List.of(), 0))
                .contains(rest(Duration.ofSeconds(60), 0));
        assertThat(after(Outcome.RATE_LIMITED, null, List.of(spent, unsaid), List.of(), 0))
                .contains(rest(Duration.ofSeconds(50), 0));
        assertThat(after(Outcome.RATE_LIMITED, null, List.of(left), List.of(), 0))
                .contains(rest(Duration.ofSeconds(60), 1));
    }

    @Test
    void restsBeforeItIsRefusedWhenNothingIsLeft() {
        var spent = new Hint("requests", 0, NOW.plusSeconds(40));
        var unsaid = new Hint("requests", -1, NOW.plusSeconds(50));
        var unending = new Hint("requests", 0, null);

        assertThat(after(Outcome.OK, null, List.of(spent, unsaid), List.of(), 0))
                .contains(rest(Duration.ofSeconds(40), 0));
        assertThat(after(Outcome.OK, null, List.of(unending), List.of(), 0)).isEmpty();
    }

    @Test
    void restsUntilTheSpentQuotaBeginsAnew() {
        var end = NOW.plusSeconds(7200);

        var declared = rests.after(
                Outcome.QUOTA_SPENT, Optional.empty(), List.of(), List.of(), () -> Optional.of(end), 2, NOW);
        var undeclared = after(Outcome.QUOTA_SPENT, null, List.of(), List.of(), 2);

        assertThat(declared).contains(new Rest(end, 2));
        assertThat(undeclared).contains(rest(Duration.ofHours(1), 2));
    }
}
