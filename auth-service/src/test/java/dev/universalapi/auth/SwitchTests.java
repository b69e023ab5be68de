package dev.universalapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchTests extends AuthTests {
    @ParameterizedTest
    @ValueSource(strings = {"provider:open-meteo", "operation:weather/current"})
    void isOffUntilItIsSwitchedOn(String target) throws Exception {
        var path = "/api/admin/switches?target=" + URLEncoder.encode(target, StandardCharsets.UTF_8);

        var off = send(with(as(operator(), path), "PUT", "{\"reason\":\"It lies.\"}"));
        var told = json(as("-", "/internal/switches", "internal:identity"), 200).toString();
        send(with(as(operator(), path), "PUT", "{\"reason\":\"It still lies.\"}"));
        var again = json(as(operator(), "/api/admin/switches"), 200).toString();
        var on = send(as(operator(), path).DELETE());
        send(as(operator(), path).DELETE());

        assertThat(off.statusCode()).isEqualTo(204);
        assertThat(told).contains(target, "It lies.", "key_operator");
        assertThat(again).contains("It still lies.").doesNotContain("It lies.");
        assertThat(on.statusCode()).isEqualTo(204);
        assertThat(json(as("-", "/internal/switches", "internal:credentials"), 200)
                        .toString())
                .doesNotContain(target);
    }

    @ParameterizedTest
    @CsvSource({
        "provider:Open, {\"reason\":\"x\"}",
        "everything, {\"reason\":\"x\"}",
        "operation:weather, {\"reason\":\"x\"}",
        "provider:x, {}",
        "provider:x, {\"reason\":\"\"}"
    })
    void isNothingElse(String target, String body) throws Exception {
        json(with(as(operator(), "/api/admin/switches?target=" + target), "PUT", body), 400);
    }

    @Test
    void isForOperators() throws Exception {
        json(as("org_any", "/api/admin/switches", "*:*"), 403);
    }
}
