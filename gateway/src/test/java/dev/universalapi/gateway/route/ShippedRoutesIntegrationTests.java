package dev.universalapi.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.gateway.RunningGateway;
import dev.universalapi.gateway.Upstream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The routes of `application.yml`, as they are shipped.
class ShippedRoutesIntegrationTests {

    private static Upstream search;
    private static Upstream analytics;
    private static Upstream auth;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        search = new Upstream("search-service");
        analytics = new Upstream("analytics-service");
        auth = new Upstream("auth-service");
        gateway = new RunningGateway(Map.of(
                "search-service",
                List.of(search.uri()),
                "analytics-service",
                List.of(analytics.uri()),
                "auth-service",
                List.of(auth.uri())));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        auth.close();
        analytics.close();
        search.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api, search-service",
        "/api/weather/current, search-service",
        "/api/catalogue, search-service",
        "/api/requests, analytics-service",
        "/api/requests?from=2026-01-01, analytics-service",
        "/api/requests/abc/explain, search-service",
        "/api/requestsx, search-service",
        "/api/analytics/usage, analytics-service",
        "/api/analyticsx, search-service",
        "/api/operations/rollups, analytics-service",
        "/api/operations/dead-letters/search.events:3:17/replay, analytics-service",
        "/api/organisations, auth-service",
        "/api/projects/prj_local, auth-service",
        "/api/keys/key_1/rotate, auth-service",
        "/api/credentials/open-meteo, auth-service",
        "/api/audit/verify, auth-service",
        "/api/admin/switches, auth-service"
    })
    void everyPathIsAnsweredByItsService(String path, String service) throws Exception {
        assertThat(gateway.get(path).headers().firstValue("X-Upstream")).hasValue(service);
    }
}
