package dev.universalapi.search.search.source;

import static dev.universalapi.search.search.source.Queries.LYON;
import static dev.universalapi.search.search.source.Queries.given;
import static dev.universalapi.search.search.source.Queries.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.Meta;
import dev.universalapi.search.fusion.Hit;
import dev.universalapi.search.intent.Language;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FoundTests {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Meta META = new Meta(
            "somebody",
            "By somebody",
            "sandbox",
            "receipt-1",
            false,
            null,
            null,
            List.of(),
            BigDecimal.ZERO,
            null,
            0,
            null,
            null);
    private static final Given ANYTHING = given(Language.EN, "news", "x", "x");

    @Test
    void tellsAFactInTheLanguageOfTheQuery() {
        var data = json("{'temperatureCelsius':11.50,'condition':'CLEAR','windMetresPerSecond':3,"
                + "'observedAt':'2026-11-26T09:00:00Z'}");

        var french =
                Found.of(source("weather/current"), data, META, given(Language.FR, "weather", "météo", "", LYON), true);
        var english = Found.of(
                source("weather/current"), data, META, given(Language.EN, "weather", "weather", "", LYON), true);

        assertThat(french.hits()).isEmpty();
        assertThat(french.fact())
                .isEqualTo(new Found.Fact(
                        "weather",
                        "Lyon : 11.5 °C, ciel dégagé, vent 3 m/s.",
                        new Hit.Source("somebody", "weather/current", "By somebody"),
                        Instant.parse("2026-11-26T09:00:00Z"),
                        data));
        assertThat(english.fact()).extracting(Found.Fact::sentence).isEqualTo("Lyon: 11.5 °C, clear sky, wind 3 m/s.");
    }

    @Test
    void readsElementsAsTheSourceOrdersThem() {
        var data = json("{'articles':[{'title':'One','url':'https://x.example/1','publishedAt':'2026-11-26T09:00:00Z',"
                + "'summary':null},{'title':null},{'title':'Two','url':'not an address'}]}");

        var hits = Found.of(source("news/search"), data, META, ANYTHING, true).hits();

        assertThat(hits).extracting(Hit::title).containsExactly("One", "Two");
        assertThat(hits).extracting(Hit::rank).containsExactly(1, 3);
        assertThat(hits.getFirst().url()).isEqualTo(URI.create("https://x.example/1"));
        assertThat(hits.getFirst().at()).isEqualTo("2026-11-26T09:00:00Z");
        assertThat(hits.getFirst().text()).isEmpty();
        assertThat(hits.getLast().url()).isNull();
    }

    @Test
    void namesTheThingByWhatSourcesAgreeOn() {
        var data = json("{'papers':[{'title':'A','doi':'10.1/x','date':'2012','url':'https://x.example'},"
                + "{'title':'B','url':'https://y.example'}]}");

        var hits = Found.of(source("paper/search"), data, META, ANYTHING, true).hits();

        assertThat(hits).extracting(Hit::entity).containsExactly("doi:10.1/x", null);
    }

    @Test
    void leavesOutWhatDoesNotSuitEverybody() {
        var data = json("{'tracks':[{'title':'A','artist':'X','explicit':true},{'title':'B','artist':'X'}]}");

        var safe = Found.of(source("music/search"), data, META, ANYTHING, true).hits();
        var all = Found.of(source("music/search"), data, META, ANYTHING, false).hits();

        assertThat(safe).extracting(Hit::title).containsExactly("B – X");
        assertThat(all).hasSize(2);
    }

    @Test
    void isNothingWhereTheListOfAFactIsEmpty() {
        var found = Found.of(source("country/holidays"), json("{'holidays':[]}"), META, ANYTHING, true);

        assertThat(found.isEmpty()).isTrue();
    }

    @Test
    void cutsWhatIsTooLong() {
        var data = json("{'articles':[{'title':'%s','summary':'%s'}]}".formatted("t".repeat(900), "s".repeat(9_000)));

        var hit = Found.of(source("news/search"), data, META, ANYTHING, true)
                .hits()
                .getFirst();

        assertThat(hit.title()).hasSize(300);
        assertThat(hit.text()).hasSize(2_000);
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
