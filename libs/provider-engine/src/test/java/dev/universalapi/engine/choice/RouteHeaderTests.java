package dev.universalapi.engine.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteHeaderTests {

    @Test
    void readsWhatItHas() throws InvalidRouteException {
        var route = RouteHeader.parse("{\"order\":[\"b\",\"a\"],\"only\":[\"a\",\"b\"],\"ignore\":[\"c\"]}");

        assertThat(route).isEqualTo(new Route(List.of("b", "a"), List.of("a", "b"), List.of("c")));
        assertThat(RouteHeader.parse("{}")).isEqualTo(Route.ANY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | it is not JSON",
                "'' | it must be a JSON object such as {\"only\":[\"a-provider\"]}",
                "[] | it must be a JSON object such as {\"only\":[\"a-provider\"]}",
                "null | it must be a JSON object such as {\"only\":[\"a-provider\"]}",
                "{} {} | it is not JSON",
                "{\"only\":[],\"only\":[]} | it is not JSON",
                "{\"onyl\":[]} | it may have order, only and ignore, but not onyl",
                "{\"only\":\"a\"} | only must be a list of provider ids",
                "{\"only\":null} | only must be a list of provider ids",
                "{\"ignore\":[1]} | ignore must be a list of provider ids"
            })
    void saysInASentenceWhatIsWrong(String value, String why) {
        assertThatThrownBy(() -> RouteHeader.parse(value))
                .isInstanceOf(InvalidRouteException.class)
                .hasMessage("X-Route cannot be read: " + why);
    }

    @Test
    void refusesWhatIsTooLong() {
        assertRefused("{\"only\":[\"" + "x".repeat(5000) + "\"]}", "it is longer than 4096 characters");
        assertRefused("{\"only\":[" + "\"a\",".repeat(50) + "\"a\"]}", "only names more than 50 providers");
        assertRefused("{\"only\":[\"" + "x".repeat(65) + "\"]}", "only holds what is no provider id");
        assertRefused("[".repeat(2000), "it is not JSON");
    }

    @Test
    void findsTheFirstIdThatIsNobodys() {
        var route = new Route(List.of("a"), List.of("b"), List.of("c"));

        assertThat(route.unknown(List.of("a", "b", "c")::contains)).isEmpty();
        assertThat(route.unknown(List.of("a", "b")::contains)).hasValue("c");
        assertThat(route.unknown("c"::equals)).hasValue("a");
    }

    private static void assertRefused(String value, String why) {
        assertThatThrownBy(() -> RouteHeader.parse(value)).hasMessage("X-Route cannot be read: " + why);
    }
}
