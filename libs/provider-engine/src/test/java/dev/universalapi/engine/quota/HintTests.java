package dev.universalapi.engine.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Quota;
import dev.universalapi.engine.manifest.Quota.Period;
import dev.universalapi.engine.trial.Draft;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HintTests {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Quota MINUTE = quota(30, "requests", Period.MINUTE);
    private static final Quota MONTH = quota(10_000, "requests", Period.MONTH);
    private static final Quota TOKENS = quota(6000, "tokens", Period.MINUTE);
    private static final Quota DAY = quota(14_400, "requests", Period.DAY);

    private static Quota quota(long limit, String unit, Period period) {
        return new Quota(limit, unit, period, ZoneOffset.UTC);
    }

    private static Provider provider(String quotaWords) {
        return Draft.provider(
                Draft.HEAD + quotaWords + "operations:\n  trial/listing:\n    get: /\n    answer: { all: /all }\n");
    }

    private static EgressResponse response(String... headers) {
        var named = new HashMap<String, List<String>>();
        for (var i = 0; i < headers.length; i += 2) {
            named.put(headers[i], List.of(headers[i + 1]));
        }
        return new EgressResponse(200, named, new byte[0]);
    }

    private static Hint hint(String unit, long remaining, @Nullable String reset) {
        return new Hint(unit, remaining, reset == null ? null : Instant.parse(reset));
    }

    @Test
    void readsTheHeadersThatTheManifestNames() {
        var provider = provider("""
                quota: [ 30/minute, 6000 tokens/minute ]
                quota-headers:
                  - { unit: requests, remaining: X-Left, reset: X-Reset | epoch-s }
                  - { unit: tokens, remaining: X-Tokens, reset: X-Tokens-Reset }
                """);

        var hints = Hint.of(
                provider,
                response("x-left", "12", "x-reset", "1772370000", "x-tokens", "0.0", "x-tokens-reset", "7.66s"),
                NOW);

        assertThat(hints)
                .containsExactly(
                        hint("requests", 12, "2026-03-01T13:00:00Z"), hint("tokens", 0, "2026-03-01T12:00:07.660Z"));
    }

    @Test
    void takesWhatOfAPairCanBeRead() {
        var provider = provider("quota: [ 30/minute ]\nquota-headers: { remaining: X-Left, reset: X-Reset }\n");

        assertThat(Hint.of(provider, response("x-left", "12", "x-reset", "soon"), NOW))
                .containsExactly(hint("requests", 12, null));
        assertThat(Hint.of(provider, response("x-left", "many", "x-reset", "9"), NOW))
                .containsExactly(hint("requests", -1, "2026-03-01T12:00:09Z"));
        assertThat(Hint.of(provider, response("x-left", "-1", "x-reset", "soon"), NOW))
                .isEmpty();
        assertThat(Hint.of(provider, response(), NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"default\";r=50;t=30",
                "\"default\" ; r=50 ; t=30 ; pk=:cHsdsRa894==:",
                "limit=100, remaining=50, reset=30"
            })
    void readsRateLimitWithoutAWord(String value) {
        var hints = Hint.of(provider(""), response("ratelimit", value), NOW);

        assertThat(hints).containsExactly(hint("requests", 50, "2026-03-01T12:00:30Z"));
    }

    @Test
    void readsEveryPolicyThatCountsRequests() {
        var hints = Hint.of(
                provider(""),
                response(
                        "ratelimit-policy",
                        "\"burst\";q=100;w=60, \"day\";q=1000;w=86400;qu=\"requests\", \"size\";q=9;qu=\"content-bytes\"",
                        "ratelimit",
                        "\"burst\";r=0;t=10, \"day\";r=900;t=3600, \"size\";r=0;t=9000"),
                NOW);

        assertThat(hints)
                .containsExactly(
                        hint("requests", 0, "2026-03-01T12:00:10Z"), hint("requests", 900, "2026-03-01T13:00:00Z"));
    }

    @Test
    void readsTheOlderPairOfHeaders() {
        assertThat(Hint.of(provider(""), response("ratelimit-remaining", "7", "ratelimit-reset", "20"), NOW))
                .containsExactly(hint("requests", 7, "2026-03-01T12:00:20Z"));
        assertThat(Hint.of(provider(""), response("x-ratelimit-remaining", "7", "x-ratelimit-reset", "20"), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\"", "\"default\"", "\"a\";r=;t=", "\"a\";r=x;t=-1", "50", "remaining=many", "=;=;,,\"\""})
    void ignoresAMalformedRateLimit(String value) {
        assertThat(Hint.of(provider(""), response("ratelimit", value), NOW)).isEmpty();
    }

    @Test
    void ignoresARateLimitThatIsTooLong() {
        var value = "\"a\";r=5;t=9" + " ".repeat(990);

        assertThat(Hint.of(provider(""), response("ratelimit", value), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // without a reset the smallest that it can mean
        "requests, 29,    ,                     MINUTE",
        "requests, 30,    ,                     MINUTE",
        "requests, 31,    ,                     DAY",
        "requests, 14400, ,                     DAY",
        // a reset tells which it is not
        "requests, 5,     2026-03-01T12:00:20Z, MINUTE",
        "requests, 5,     2026-03-01T12:01:02Z, MINUTE",
        "requests, 5,     2026-03-01T12:01:03Z, DAY",
        "requests, 5,     2026-03-04T12:00:00Z, MONTH",
        "requests, 14370, 2026-03-01T12:02:59Z, DAY",
        "tokens,   100,   2026-03-01T12:00:20Z, TOKENS",
    })
    void speaksOfTheSmallestQuotaThatItCanMean(String unit, long remaining, @Nullable String reset, String expected) {
        var quotas = Map.of("MINUTE", MINUTE, "DAY", DAY, "MONTH", MONTH, "TOKENS", TOKENS);

        var quota = hint(unit, remaining, reset).quota(List.of(MONTH, DAY, TOKENS, MINUTE), NOW);

        assertThat(quota).contains(Objects.requireNonNull(quotas.get(expected)));
    }

    @ParameterizedTest
    @CsvSource({
        "requests,   14401, ",
        "requests,   -1,    2026-03-01T12:00:20Z",
        "requests,   5,     2026-06-01T12:00:20Z",
        "characters, 5,     ",
    })
    void speaksOfNoneThatIsDeclared(String unit, long remaining, @Nullable String reset) {
        assertThat(hint(unit, remaining, reset).quota(List.of(MONTH, DAY, TOKENS, MINUTE), NOW))
                .isEmpty();
    }
}
