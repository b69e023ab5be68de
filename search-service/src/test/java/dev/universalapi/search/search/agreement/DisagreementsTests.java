package dev.universalapi.search.search.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.fusion.Hit;
import dev.universalapi.search.search.source.Found.Fact;
import dev.universalapi.search.search.source.Queries;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;

class DisagreementsTests {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Fact MARKET = fact("crypto/market", """
            {"currency": "USD", "coins": [{"symbol": "ETH", "price": 3000}, {"symbol": "BTC", "price": 95001.5}]}
            """);

    @Test
    void saysBothAndTheSpread() {
        var price = price("BTC", "USD", "95000");

        var disagreement = Disagreements.of(price, List.of(price, MARKET));

        assertThat(disagreement)
                .contains(new Disagreement(
                        "price", "BTC/USD", new BigDecimal("95000"), new BigDecimal("95001.5"), new BigDecimal("1.5")))
                .isEqualTo(Disagreements.of(MARKET, List.of(price, MARKET)));
    }

    @Test
    void agreesWhereTheNumbersAreTheSame() {
        var price = price("BTC", "USD", "95001.50");

        assertThat(Disagreements.of(price, List.of(price, MARKET))).isEmpty();
    }

    @Test
    void comparesNothingThatIsSomethingElse() {
        var coin = price("DOGE", "USD", "1");
        var currency = price("BTC", "EUR", "90000");
        var weather = fact("weather/current", "{\"symbol\": \"BTC\", \"currency\": \"USD\", \"price\": 1}");
        var all = List.of(coin, currency, weather, MARKET);

        assertThat(all)
                .allSatisfy(fact -> assertThat(Disagreements.of(fact, all)).isEmpty());
    }

    @Test
    void comparesWhatContractsHave() {
        Measure.ALL.forEach((path, measure) -> {
            var source = Queries.SOURCES.of("crypto").stream()
                    .filter(known -> known.path().equals(path))
                    .findFirst()
                    .orElseThrow();
            var schema = source.type().schemas().answer();
            var element = measure.list().matches()
                    ? schema
                    : schema.at("/properties" + measure.list()).path("items");

            assertThat(schema.at("/properties/currency/type").asString()).isEqualTo("string");
            assertThat(element.at(JsonPointer.compile("/properties" + measure.thing() + "/type"))
                            .asString())
                    .isEqualTo("string");
            assertThat(element.at(JsonPointer.compile("/properties" + measure.number() + "/type"))
                            .asString())
                    .isEqualTo("number");
        });
    }

    private static Fact price(String symbol, String currency, String price) {
        return fact(
                "crypto/price",
                "{\"symbol\": \"%s\", \"currency\": \"%s\", \"price\": %s}".formatted(symbol, currency, price));
    }

    private static Fact fact(String operation, String json) {
        return new Fact("any", null, new Hit.Source("somebody", operation, null), null, JSON.readTree(json));
    }
}
