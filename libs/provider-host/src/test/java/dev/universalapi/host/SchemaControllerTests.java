package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaControllerTests extends AtelierTests {

    @Test
    void status200() throws Exception {
        var schema = body(to("/api/schemas/paint/colour").exchange(), 200);

        assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        var query = schema.path("properties").path("query").path("properties");
        assertThat(query.path("latitude").path("maximum").asInt()).isEqualTo(90);
        assertThat(query.path("shade").path("default").asInt()).isEqualTo(5);
        var answer = schema.path("properties").path("answer").path("properties");
        assertThat(answer.path("price").path("type").asString()).isEqualTo("number");
    }

    @Test
    void status401() throws Exception {
        problem(http.get().uri("/api/schemas/paint/colour").exchange(), 401, "internal-token-required");
    }

    @Test
    void status404() throws Exception {
        problem(to("/api/schemas/paint/house").exchange(), 404, "not-found");
    }
}
