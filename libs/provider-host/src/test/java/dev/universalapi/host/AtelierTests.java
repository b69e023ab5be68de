package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.InternalToken;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the [Atelier] without a socket.
@SpringBootTest(
        classes = Atelier.class,
        properties = {
            "spring.application.name=atelier",
            "spring.cloud.config.enabled=false",
            "universal.providers.places=tool/atlas",
            "management.server.port=-1"
        })
@AutoConfigureMockMvc
abstract class AtelierTests {
    static final String RED = "/api/paint/colour?name=red&latitude=0";
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    MockMvcTester http;

    @Autowired
    ScriptedProviders providers;

    @BeforeEach
    void answer() {
        providers.answer();
    }

    MockMvcRequestBuilder to(String address) {
        return toAs(address, Atelier.PAINTER);
    }

    MockMvcRequestBuilder toAs(String address, Caller caller) {
        return http.get().uri(address).header(InternalToken.HEADER, Atelier.token(caller));
    }

    MockMvcRequestBuilder post(String address, String body) {
        return postAs(address, body, Atelier.PAINTER);
    }

    MockMvcRequestBuilder postAs(String address, String body, Caller caller) {
        return http.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .header(InternalToken.HEADER, Atelier.token(caller));
    }

    static JsonNode body(MvcTestResult answer, int status) throws Exception {
        assertThat(answer.getResponse().getStatus())
                .as(answer.getResponse().getContentAsString())
                .isEqualTo(status);
        return JSON.readTree(answer.getResponse().getContentAsByteArray());
    }

    static JsonNode problem(MvcTestResult answer, int status, String slug) throws Exception {
        var problem = body(answer, status);
        assertThat(answer.getResponse().getContentType()).isEqualTo("application/problem+json");
        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems/" + slug);
        return problem;
    }
}
