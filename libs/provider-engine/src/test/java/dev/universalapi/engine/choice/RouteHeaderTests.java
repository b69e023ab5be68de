package dev.universalapi.engine.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.choice.Route.Sort;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "{\"onyl\":[]} | it may have order, only, ignore, allowFallbacks, maxPrice and sort, but not onyl",
                "{\"only\":\"a\"} | only must be a list of provider ids",
                "{\"only\":null} | only must be a list of provider ids",
                "{\"ignore\":[1]} | ignore must be a list of provider ids",
                "{\"only\":[\"\"]} | only holds what is no provider id",
                "{\"only\":[\"Open Meteo\"]} | only holds what is no provider id",
                "{\"allowFallbacks\":\"no\"} | allowFallbacks must be true or false",
                "{\"allowFallbacks\":null} | allowFallbacks must be true or false",
                "{\"sort\":\"speed\"} | sort must be latency, price or quality",
                "{\"sort\":\"LATENCY\"} | sort must be latency, price or quality",
                "{\"sort\":null} | sort must be latency, price or quality",
                "{\"sort\":[\"price\"]} | sort must be latency, price or quality",
                "{\"maxPrice\":NaN} | it is not JSON"
            })
    void saysInASentenceWhatIsWrong(String value, String why) {
        assertThatThrownBy(() -> RouteHeader.parse(value))
                .isInstanceOf(InvalidRouteException.class)
                .hasMessage("X-Route cannot be read: " + why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-0.01", "1000.01", "0.0000000000001", "1e9", "1e-999999999", "1e999999999", "\"1\"", "null"})
    void refusesAPriceThatIsNone(String price) {
        assertRefused(
                "{\"maxPrice\":" + price + "}",
                "maxPrice must be a number of US dollars from 0 to 1000, with at most 12 decimals");
    }

    @Test
    void readsAPriceExactly() throws InvalidRouteException {
        assertThat(RouteHeader.parse("{\"maxPrice\":0}").maxPrice()).isEqualTo(BigDecimal.ZERO);
        assertThat(RouteHeader.parse("{\"maxPrice\":1000}").maxPrice()).isEqualByComparingTo("1000");
        assertThat(RouteHeader.parse("{\"maxPrice\":0.100000000001}").maxPrice())
                .isEqualTo(new BigDecimal("0.100000000001"));
        assertThat(RouteHeader.parse("{\"maxPrice\":0.10}")).isEqualTo(RouteHeader.parse("{\"maxPrice\":1e-1}"));
    }

    @Test
    void readsWhetherAndByWhatToGoOn() throws InvalidRouteException {
        assertThat(RouteHeader.parse("{\"allowFallbacks\":true}")).isEqualTo(Route.ANY);
        assertThat(RouteHeader.parse("{\"allowFallbacks\":false}").allowFallbacks())
                .isFalse();
        assertThat(RouteHeader.parse("{\"sort\":\"latency\"}").sort()).isEqualTo(Sort.LATENCY);
        assertThat(RouteHeader.parse("{\"sort\":\"price\"}").sort()).isEqualTo(Sort.PRICE);
        assertThat(RouteHeader.parse("{\"sort\":\"quality\"}").sort()).isEqualTo(Sort.QUALITY);
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

    @Test
    void knowsWhichAnswersWillDo() {
        var cent = new BigDecimal("0.01");

        assertThat(Route.ANY.suits("a", cent)).isTrue();
        assertThat(new Route(List.of("b"), List.of(), List.of()).suits("a", cent))
                .isFalse();
        assertThat(new Route(List.of("b", "a"), List.of(), List.of()).suits("a", cent))
                .isTrue();
        assertThat(new Route(List.of(), List.of("b"), List.of()).suits("a", cent))
                .isFalse();
        assertThat(new Route(List.of(), List.of(), List.of("a")).suits("a", cent))
                .isFalse();
        assertThat(new Route(List.of(), List.of(), List.of(), true, cent, null).suits("a", cent))
                .isTrue();
        assertThat(new Route(List.of(), List.of(), List.of(), true, BigDecimal.ZERO, null).suits("a", cent))
                .isFalse();
    }

    private static void assertRefused(String value, String why) {
        assertThatThrownBy(() -> RouteHeader.parse(value)).hasMessage("X-Route cannot be read: " + why);
    }
}
