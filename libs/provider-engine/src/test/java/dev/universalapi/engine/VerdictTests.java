package dev.universalapi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.choice.Choice;
import dev.universalapi.engine.choice.Choice.Removed;
import dev.universalapi.engine.choice.Filter;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTests {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not-found                              | NO_RESULT",
                "not-found not-found not-found          | NO_RESULT",
                "not-found unavailable                  | PROVIDERS_FAILED",
                "unavailable not-found                  | PROVIDERS_FAILED",
                "invalid-input                          | INVALID_INPUT",
                "unavailable rate-limited invalid-input | INVALID_INPUT",
                "timeout blocked                        | CONTENT_POLICY",
                "dead-key                               | CREDENTIALS_EXHAUSTED",
                "dead-key dead-key                      | CREDENTIALS_EXHAUSTED",
                "dead-key rate-limited                  | PROVIDERS_FAILED",
                "rate-limited                           | PROVIDERS_RATE_LIMITED",
                "quota-spent rate-limited               | PROVIDERS_RATE_LIMITED",
                "rate-limited quota-spent               | PROVIDERS_RATE_LIMITED",
                "rate-limited timeout                   | PROVIDERS_FAILED",
                "timeout                                | PROVIDERS_TIMED_OUT",
                "timeout timeout timeout timeout        | PROVIDERS_TIMED_OUT",
                "timeout unreachable                    | PROVIDERS_FAILED",
                "unavailable                            | PROVIDERS_FAILED",
                "malformed drifted                      | PROVIDERS_FAILED",
                "unreachable                            | PROVIDERS_FAILED",
                "cancelled                              | PROVIDERS_FAILED",
                "unsupported                            | UNSUPPORTED_QUERY",
                "unsupported unsupported                | UNSUPPORTED_QUERY",
                "unsupported timeout                    | PROVIDERS_TIMED_OUT",
                "not-found unsupported                  | NO_RESULT",
                "''                                     | PROVIDERS_TIMED_OUT"
            })
    void turnsOutcomesIntoOneProblem(String outcomes, ProblemType type) {
        var attempts = Arrays.stream(outcomes.split(" ", -1))
                .filter(outcome -> !outcome.isEmpty())
                .map(outcome -> attempt(outcome, null))
                .toList();

        var verdict = Verdict.onAttempts(attempts);

        assertThat(verdict.type()).isEqualTo(type);
        assertThat(verdict.retryAfter() != null).isEqualTo(type.retryable());
    }

    @Test
    void tellsWhoseTimeIsUpWhatIsKnown() {
        var nothing = Verdict.onLate(List.of());
        var something = Verdict.onLate(List.of(attempt("unavailable", null), attempt("rate-limited", 30L)));

        assertThat(nothing.detail()).isEqualTo("The time was up before anybody had answered.");
        assertThat(something.type()).isEqualTo(ProblemType.PROVIDERS_TIMED_OUT);
        assertThat(something.detail())
                .startsWith(nothing.detail() + " ")
                .contains("unavailable")
                .contains("; ");
    }

    @Test
    void isTotal() {
        for (var first : Outcome.values()) {
            for (var second : Outcome.values()) {
                var verdict = Verdict.onAttempts(List.of(attempt(first.label(), null), attempt(second.label(), null)));

                assertThat(verdict.detail()).isNotBlank();
            }
        }
    }

    @Test
    void namesTheSoonestRetry() {
        var limited = List.of(attempt("rate-limited", 90L), attempt("quota-spent", null), attempt("rate-limited", 30L));
        var failed = List.of(attempt("unavailable", 12L), attempt("malformed", null));

        assertThat(Verdict.onAttempts(limited).retryAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(Verdict.onAttempts(failed).retryAfter()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void guessesARetryWhereNobodyNamedOne() {
        assertThat(Verdict.onAttempts(List.of(attempt("rate-limited", null))).retryAfter())
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(Verdict.onAttempts(List.of(attempt("timeout", null))).retryAfter())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void tellsWhoSaidWhat() {
        var verdict = Verdict.onAttempts(List.of(
                attempt("timeout", null), new Attempt("b", Outcome.INVALID_INPUT, 1, 400, "No such place.", null)));

        assertThat(verdict.detail())
                .isEqualTo("The provider refused the input. a: timeout; b: invalid-input (No such place.)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NO_CREDENTIAL               | NO_PROVIDER            | No provider of weather/current has its key.",
                "UNSUPPORTED                 | UNSUPPORTED_QUERY      | Nobody can answer this query.",
                "UNSUPPORTED NO_CREDENTIAL   | UNSUPPORTED_QUERY      | Nobody can answer this query.",
                "ROUTE                       | INVALID_ROUTE          | X-Route leaves nobody to ask.",
                "PRICE                       | INVALID_ROUTE          | X-Route leaves nobody to ask.",
                "NO_CREDENTIAL ROUTE         | INVALID_ROUTE          | X-Route leaves nobody to ask.",
                "UNSUPPORTED ROUTE           | INVALID_ROUTE          | X-Route leaves nobody to ask.",
                "UNSUPPORTED PRICE           | INVALID_ROUTE          | X-Route leaves nobody to ask.",
                "DEAD_KEY                    | CREDENTIALS_EXHAUSTED  | Our keys are refused.",
                "ROUTE DEAD_KEY              | CREDENTIALS_EXHAUSTED  | Our keys are refused.",
                "UNSUPPORTED DEAD_KEY        | CREDENTIALS_EXHAUSTED  | Our keys are refused.",
                "QUOTA                       | PROVIDERS_RATE_LIMITED | Everybody asks to wait.",
                "RESTING                     | PROVIDERS_RATE_LIMITED | Everybody asks to wait.",
                "ROUTE DEAD_KEY BUSY RESTING | PROVIDERS_RATE_LIMITED | Everybody asks to wait.",
                "BREAKER                     | PROVIDERS_FAILED       | Nobody is well.",
                "DEAD_KEY BUSY               | PROVIDERS_FAILED       | Nobody is well.",
                "SLOW ROUTE                  | PROVIDERS_FAILED       | Nobody is well.",
                "SLOW SWITCHED_OFF           | PROVIDERS_FAILED       | Nobody is well.",
                "DEAD_KEY SWITCHED_OFF       | PROVIDERS_FAILED       | Whoever could answer is switched off.",
                "UNSUPPORTED SCOPE           | SCOPE_MISSING          | The key may use no provider of weather/current.",
                "SCOPE ROUTE                 | INVALID_ROUTE          | X-Route leaves nobody to ask."
            })
    void saysWhyNobodyCouldBeAsked(String filters, ProblemType type, String detail) {
        var removed = Arrays.stream(filters.split(" ", -1))
                .map(filter -> new Removed("a", Filter.valueOf(filter), "why", null))
                .toList();

        var verdict = Verdict.onChoice("weather/current", new Choice(List.of(), removed), NOW);

        assertThat(verdict.type()).isEqualTo(type);
        assertThat(verdict.detail()).startsWith(detail + " a: why").endsWith("a: why");
        assertThat(verdict.retryAfter() != null).isEqualTo(type.retryable());
    }

    @Test
    void hasAVerdictForEveryFilter() {
        for (var filter : Filter.values()) {
            var choice = new Choice(List.of(), List.of(new Removed("a", filter, "why", null)));

            assertThat(Verdict.onChoice("weather/current", choice, NOW).detail())
                    .isNotBlank();
        }
    }

    @Test
    void namesTheSoonestMomentAtWhichSomebodyIsFree() {
        var limited = verdict(
                new Removed("a", Filter.QUOTA, "why", NOW.plusSeconds(3_600)),
                new Removed("b", Filter.RESTING, "why", NOW.plusMillis(29_001)),
                new Removed("c", Filter.DEAD_KEY, "why", null));
        var sick = verdict(new Removed("a", Filter.BREAKER, "why", NOW.plusSeconds(7)));
        var over = verdict(new Removed("a", Filter.QUOTA, "why", NOW));

        assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(sick.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(over.retryAfter()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void guessesAMomentWhereNobodyNamedOne() {
        assertThat(verdict(new Removed("a", Filter.QUOTA, "why", null)).retryAfter())
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(verdict(new Removed("a", Filter.BUSY, "why", null)).retryAfter())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void saysThatNobodyHasTheOperation() {
        var verdict = Verdict.onChoice("weather/current", new Choice(List.of(), List.of()), NOW);

        assertThat(verdict.type()).isEqualTo(ProblemType.NO_PROVIDER);
        assertThat(verdict.detail()).isEqualTo("No provider has weather/current.");
    }

    private static Verdict verdict(Removed... removed) {
        return Verdict.onChoice("weather/current", new Choice(List.of(), List.of(removed)), NOW);
    }

    private static Attempt attempt(String label, @Nullable Long retryAfter) {
        var outcome = Outcome.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Attempt("a", outcome, 5, null, null, retryAfter);
    }
}
