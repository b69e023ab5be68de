package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawTests extends AtelierTests {
    private static final String ORDER = "/api/paint/order";
    private static final String TWO = "{\"colour\": \"red\", \"tubes\": 2}";

    @Test
    void theProvidersOwnBodyStandsBesideTheAnswer() throws Exception {
        var body = body(to(RED + "&raw=true").exchange(), 200);

        assertThat(body.propertyNames()).containsExactly("data", "meta", "raw");
        assertThat(body.path("raw")).hasToString("{\"colour\":\"rouge\"}");
        assertThat(body.at("/meta/raw/contentType").asString()).isEqualTo("application/json");
        assertThat(providers.asking().raw()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&raw=false"})
    void isNotThereWhereItIsNotWanted(String raw) throws Exception {
        var body = body(to(RED + raw).exchange(), 200);

        assertThat(body.propertyNames()).containsExactly("data", "meta");
        assertThat(body.at("/meta/raw").isNull()).isTrue();
        assertThat(providers.asking().raw()).isFalse();
    }

    @Test
    void fieldsDoNotTouchIt() throws Exception {
        var body = body(
                post("/api/paint/colour?raw=true&fields=hex", "{\"name\": \"red\", \"latitude\": 0}")
                        .exchange(),
                200);

        assertThat(body.path("data")).hasToString("{\"hex\":\"#ff0000\"}");
        assertThat(body.path("raw")).hasToString("{\"colour\":\"rouge\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw=yes", "raw=", "raw=true&raw=true"})
    void status400ForOneThatIsNeither(String raw) throws Exception {
        var problem = problem(to(RED + "&" + raw).exchange(), 400, "invalid-parameter");

        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo("raw");
    }

    @Test
    void aCommandThatIsAskedAgainIsToldWithoutIt() throws Exception {
        var key = UUID.randomUUID().toString();

        var first = body(
                post(ORDER + "?raw=true", TWO).header("Idempotency-Key", key).exchange(), 200);
        var second = body(
                post(ORDER + "?raw=true", TWO).header("Idempotency-Key", key).exchange(), 200);

        assertThat(first.path("raw")).hasToString("{\"colour\":\"rouge\"}");
        assertThat(second.propertyNames()).containsExactly("data", "meta");
        assertThat(second.at("/meta/raw").isNull()).isTrue();
        assertThat(second.path("data")).isEqualTo(first.path("data"));
    }

    @Test
    void aCommandIsToldInTheFieldsThatAreWantedThen() throws Exception {
        var key = UUID.randomUUID().toString();

        var first = post(ORDER + "?fields=number", TWO)
                .header("Idempotency-Key", key)
                .exchange();
        var whole = post(ORDER, TWO).header("Idempotency-Key", key).exchange();
        var again = post(ORDER + "?fields=number", TWO)
                .header("Idempotency-Key", key)
                .exchange();

        assertThat(body(first, 200).path("data").propertyNames()).containsExactly("number");
        assertThat(body(whole, 200).path("meta")).isEqualTo(body(first, 200).path("meta"));
        assertThat(body(again, 200)).isEqualTo(body(first, 200));
        assertThat(again.getResponse().getHeader("Idempotent-Replayed")).isEqualTo("true");
    }
}
