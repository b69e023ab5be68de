package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplainControllerTests extends AtelierTests {

    @Test
    void status200() throws Exception {
        body(to(RED).header("X-Request-Id", "request-2").exchange(), 200);

        var receipt = body(to("/api/requests/request-2/explain").exchange(), 200);

        assertThat(receipt.path("operation").asString()).isEqualTo("paint/colour");
        assertThat(receipt.path("askedAt").asString()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(receipt.path("candidates")).hasSize(2);
        assertThat(receipt.path("attempts").path(0).path("outcome").asString()).isEqualTo("ok");
    }

    @Test
    void status401() throws Exception {
        problem(http.get().uri("/api/requests/request-2/explain").exchange(), 401, "internal-token-required");
    }

    @Test
    void status404() throws Exception {
        problem(to("/api/requests/unheard-of/explain").exchange(), 404, "not-found");
    }

    @Test
    void status404ForAnotherOrganisationsReceipt() throws Exception {
        body(to(RED).header("X-Request-Id", "request-3").exchange(), 200);

        problem(toAs("/api/requests/request-3/explain", Atelier.STRANGER).exchange(), 404, "not-found");
    }
}
