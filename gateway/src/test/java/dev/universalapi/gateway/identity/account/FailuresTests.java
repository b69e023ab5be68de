package dev.universalapi.gateway.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Caller.Environment;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

class FailuresTests {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Optional<Account> SOMEBODY =
            Optional.of(Account.of(new Caller("key_1", "org_1", "prj_1", Environment.LIVE, List.of(), "free")));

    private final List<List<Failure>> told = new ArrayList<>();
    private final Counter lost = new SimpleMeterRegistry().counter("lost");
    private boolean away;
    private final Failures failures = new Failures(this::tell, 600, lost, () -> NOW);

    private Mono<Void> tell(List<Failure> batch) {
        if (away) {
            return Mono.error(new UnavailableException("away"));
        }
        told.add(batch);
        return Mono.empty();
    }

    @Test
    void tellsWhoWantedWhatFromWhereAndWhyNot() {
        failures.note(asking("/api/weather/current?latitude=1"), SOMEBODY, ProblemType.SCOPE_MISSING);

        failures.report();

        assertThat(told).singleElement().satisfies(batch -> {
            var failure = batch.getFirst();
            assertThat(failure.organisation()).isEqualTo("org_1");
            assertThat(failure.action()).isEqualTo("authz_fail");
            assertThat(failure.key()).isEqualTo("key_1");
            assertThat(failure.route()).isEqualTo("GET /api/weather/current");
            assertThat(failure.address()).isEqualTo("203.0.113.7");
            assertThat(failure.agent()).isEqualTo("tests");
            assertThat(failure.at()).isEqualTo(NOW);
            assertThat(failure.id()).isEqualTo(failure.request());
            assertThat(failure.details()).isEqualTo(Map.of("reason", "scope-missing", "count", "1"));
        });
    }

    @Test
    void tellsTheSameOnceAndHowOftenItWas() {
        for (var i = 0; i < 3; i++) {
            failures.note(asking("/api/weather/current"), Optional.empty(), ProblemType.INVALID_KEY);
        }
        failures.note(asking("/api/catalogue"), Optional.empty(), ProblemType.INVALID_KEY);

        failures.report();
        failures.report();

        assertThat(told).hasSize(1);
        assertThat(told.getFirst())
                .allSatisfy(failure -> assertThat(failure.action()).isEqualTo("authn_fail"))
                .extracting(failure -> failure.route() + " " + failure.details().get("count"))
                .containsExactlyInAnyOrder("GET /api/weather/current 3", "GET /api/catalogue 1");
    }

    @Test
    void keepsWhatCannotBeTold() {
        away = true;
        failures.note(asking("/api/weather/current"), SOMEBODY, ProblemType.NETWORK_REFUSED);
        failures.report();

        away = false;
        failures.report();

        assertThat(told).hasSize(1);
    }

    @Test
    void tellsInBatchesAndNoMoreThanABound() {
        for (var i = 0; i < 700; i++) {
            failures.note(asking("/api/" + i), Optional.empty(), ProblemType.INVALID_KEY);
        }

        failures.report();

        assertThat(told).extracting(List::size).containsExactly(500, 100);
        assertThat(lost.count()).isEqualTo(100);
    }

    @Test
    void whatCallersSayIsCutToAShortLength() {
        failures.note(asking("/api/" + "x".repeat(5_000)), Optional.empty(), ProblemType.INVALID_KEY);

        failures.report();

        assertThat(told.getFirst().getFirst().route()).hasSize("GET ".length() + 200);
    }

    @Test
    void theRestIsToldBeforeTheGatewayEnds() {
        failures.note(asking("/api/weather/current"), SOMEBODY, ProblemType.SCOPE_MISSING);
        var used = new ArrayList<Map<String, Instant>>();
        var uses = new Uses(
                times -> {
                    used.add(times);
                    return Mono.empty();
                },
                10);
        uses.note("key_1", NOW);
        var reports = new Reports(uses, failures, Duration.ofDays(1));

        reports.close();

        assertThat(told).hasSize(1);
        assertThat(used).hasSize(1);
    }

    private static ServerWebExchange asking(String path) {
        return MockServerWebExchange.from(MockServerHttpRequest.get(path)
                .header("User-Agent", "tests")
                .remoteAddress(new InetSocketAddress("203.0.113.7", 4711)));
    }
}
