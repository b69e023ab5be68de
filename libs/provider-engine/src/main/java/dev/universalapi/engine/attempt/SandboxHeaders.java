package dev.universalapi.engine.attempt;

import dev.universalapi.egress.EgressResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the sandbox says beside a sample. Only asked for in the sandbox's mode: a provider could say the same.
final class SandboxHeaders {
    private static final String SAMPLE = "x-sandbox-sample";
    private static final String REFUSED = "x-sandbox-refused";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> QUERY = new TypeReference<>() {};

    private SandboxHeaders() {}

    /// The query that the sample was recorded for, when it is another than was asked.
    static Optional<Map<String, Object>> sample(EgressResponse response) {
        return response.header(SAMPLE).flatMap(SandboxHeaders::query);
    }

    /// How the request differs from every one that the manifest would send.
    static Optional<String> refusal(EgressResponse response) {
        return response.header(REFUSED).map(_ -> new String(response.body(), StandardCharsets.UTF_8));
    }

    private static Optional<Map<String, Object>> query(String header) {
        try {
            return Optional.of(JSON.readValue(header, QUERY));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
