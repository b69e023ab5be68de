package dev.universalapi.search.search.source;

import static dev.universalapi.search.search.source.Queries.BITCOIN;
import static dev.universalapi.search.search.source.Queries.LYON;
import static dev.universalapi.search.search.source.Queries.SPAN;
import static dev.universalapi.search.search.source.Queries.day;
import static dev.universalapi.search.search.source.Queries.given;
import static dev.universalapi.search.search.source.Queries.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.providers.news.NewsSearch;
import dev.universalapi.providers.weather.CurrentWeather;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Slot;
import org.junit.jupiter.api.Test;

class SourceTests {

    @Test
    void asksTheWeatherByTheCoordinatesOfThePlace() {
        var given = given(Language.FR, "weather", "météo à Lyon", "", LYON);

        var filled = source("weather/current").fill(given);

        assertThat(filled).isEqualTo(new Source.Asks(new CurrentWeather(45.75, 4.85)));
    }

    @Test
    void saysWhatTheQueryLacks() {
        var given = given(Language.FR, "weather", "météo", "");

        var filled = source("weather/current").fill(given);

        assertThat(filled).isEqualTo(new Source.Lacks("un lieu"));
    }

    @Test
    void saysWhyWhatIsThereIsNotTaken() {
        var given = given(Language.EN, "crypto", "price", "", new Slot.Coin(SPAN, "not a symbol"));

        var filled = source("crypto/price").fill(given);

        assertThat(filled)
                .isInstanceOfSatisfying(
                        Source.Unfit.class, unfit -> assertThat(unfit.why()).contains("symbol"));
    }

    @Test
    void asksInTheLanguageOfTheQuery() {
        var given = given(Language.FR, "news", "actualités climat", "climat");

        var filled = source("news/search").fill(given);

        assertThat(filled).isEqualTo(new Source.Asks(new NewsSearch("climat", "fr", 20)));
    }

    @Test
    void isMeantByItsWordsWhateverTheirAccents() {
        var given = given(Language.FR, "weather", "QUALITE de l’air à Lyon", "", LYON);

        assertThat(source("weather/air-quality").applies(given)).isTrue();
        assertThat(source("weather/hourly").applies(given)).isFalse();
    }

    @Test
    void isNotMeantByAPartOfAWord() {
        var given = given(Language.EN, "weather", "weather at the airport of Lyon", "", LYON);

        assertThat(source("weather/air-quality").applies(given)).isFalse();
    }

    @Test
    void isMeantByTheDayThatIsSpokenOf() {
        var tomorrow = given(Language.EN, "weather", "weather", "", LYON, day(1, 1));
        var yesterday = given(Language.EN, "weather", "weather", "", LYON, day(-1, -1));

        assertThat(source("weather/forecast").applies(tomorrow)).isTrue();
        assertThat(source("weather/forecast").applies(yesterday)).isFalse();
        assertThat(source("weather/history").applies(yesterday)).isTrue();
        assertThat(source("weather/history").applies(tomorrow)).isFalse();
    }

    @Test
    void alwaysIsMeantWhereNothingIsSaid() {
        assertThat(source("crypto/price").applies(given(Language.EN, "crypto", "btc", "", BITCOIN)))
                .isTrue();
    }
}
