package dev.universalapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApplicationTests extends AuthTests {
    @Test
    void isReadyWithItsDatabase() throws Exception {
        var health = json(management("/actuator/health/readiness"), 200);

        assertThat(health.path("status").asString()).isEqualTo("UP");
    }

    @Test
    void letsNobodyInWithoutAToken() throws Exception {
        var problem = json(anonymousTo("/api/organisations"), 401);

        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems/internal-token-required");
    }
}
