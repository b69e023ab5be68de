package dev.universalapi.search.search.source;

import static dev.universalapi.search.search.source.Queries.SPAN;
import static dev.universalapi.search.search.source.Queries.day;
import static dev.universalapi.search.search.source.Queries.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.Slot.Identifier.Kind;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValueTests {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsName(Value value) {
        assertThat(Value.named(value.label())).contains(value);
        assertThat(value.words(Language.EN).isEmpty())
                .isEqualTo(value.words(Language.FR).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void isNothingOrSomethingOfAnEmptyQueryButNeverAnError(Value value) {
        var found = value.of(given(Language.EN, "news", "", ""));

        assertThat(found)
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        text -> assertThat(text).isNotBlank());
    }

    @Test
    void takesWhatStandsInTheQuery() {
        var given = given(
                Language.FR,
                "exchange",
                "100 euros en dollars",
                "",
                new Slot.Amount(SPAN, new BigDecimal("100")),
                new Slot.Pair(SPAN, "EUR", "USD"));

        assertThat(Value.AMOUNT.of(given)).isEqualTo("100");
        assertThat(Value.BASE.of(given)).isEqualTo("EUR");
        assertThat(Value.QUOTE.of(given)).isEqualTo("USD");
    }

    @Test
    void makesAPairOfTwoCurrencies() {
        var given = given(
                Language.EN,
                "exchange",
                "euro dollar",
                "",
                new Slot.Currency(SPAN, "EUR"),
                new Slot.Currency(SPAN, "USD"));

        assertThat(Value.BASE.of(given)).isEqualTo("EUR");
        assertThat(Value.QUOTE.of(given)).isEqualTo("USD");
        assertThat(Value.CURRENCY.of(given)).isEqualTo("EUR");
    }

    @Test
    void countsTheDaysThatAForecastReaches() {
        assertThat(Value.DAYS.of(given(Language.EN, "weather", "", "", day(1, 1))))
                .isEqualTo("2");
        assertThat(Value.DAYS.of(given(Language.EN, "weather", "", "", day(0, 0))))
                .isEqualTo("1");
        assertThat(Value.DAYS.of(given(Language.EN, "weather", "", "", day(-3, -3))))
                .isNull();
        assertThat(Value.DAYS.of(given(Language.EN, "weather", "", "", day(40, 40))))
                .isNull();
    }

    @Test
    void takesTheSecondAirportForTheDestination() {
        var given = given(
                Language.EN,
                "travel",
                "",
                "",
                new Slot.Identifier(SPAN, Kind.AIRPORT, "CDG"),
                new Slot.Identifier(SPAN, Kind.AIRPORT, "JFK"));

        assertThat(Value.AIRPORT.of(given)).isEqualTo("CDG");
        assertThat(Value.DESTINATION.of(given)).isEqualTo("JFK");
    }

    @Test
    void writesWordsAsATitleHasThem() {
        assertThat(Value.TITLE.of(given(Language.EN, "knowledge", "", "ada lovelace")))
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void isNoTitleWhereItIsAWholeQuestion() {
        assertThat(Value.TITLE.of(given(Language.EN, "knowledge", "", "why do the tides rise and fall")))
                .isNull();
    }

    @Test
    void takesConstantsByTheWordsThatMeanThem() {
        assertThat(Value.COMPETITION.of(given(Language.FR, "sport", "classement de la Ligue 1", "")))
                .isEqualTo("LIGUE_1");
        assertThat(Value.COMPETITION.of(given(Language.FR, "sport", "classement", "")))
                .isNull();
        assertThat(Value.FILM_KIND.of(given(Language.FR, "film", "une série policière", "")))
                .isEqualTo("SERIES");
        assertThat(Value.FILM_KIND.of(given(Language.FR, "film", "un film policier", "")))
                .isEqualTo("MOVIE");
        assertThat(Value.ANIMAL.of(given(Language.EN, "fun", "a picture of a kitten", "")))
                .isEqualTo("CAT");
        assertThat(Value.SEASON.of(given(Language.EN, "sport", "", ""))).isEqualTo("2026");
    }

    @Test
    void isANameOnlyWhereOneWordIsLeft() {
        assertThat(Value.NAME.of(given(Language.EN, "name", "", "emma"))).isEqualTo("emma");
        assertThat(Value.NAME.of(given(Language.EN, "name", "", "emma stone"))).isNull();
    }

    @Test
    void cutsLongWordsAtABlankAndNeverWithinACharacter() {
        var words = Value.REST.of(given(Language.EN, "news", "", "word ".repeat(100)));
        var letters = Value.REST.of(given(Language.EN, "news", "", "\uD83D\uDE00".repeat(150) + "x"));
        var odd = Value.REST.of(given(Language.EN, "news", "", "x" + "\uD83D\uDE00".repeat(150)));

        assertThat(words).hasSizeLessThanOrEqualTo(200).endsWith("word");
        assertThat(letters).hasSize(200);
        assertThat(odd).hasSize(199);
    }

    @Test
    void takesTheCountryOfAPlaceWhereNoneIsNamed() {
        assertThat(Value.COUNTRY.of(given(Language.FR, "country", "", "", Queries.LYON)))
                .isEqualTo("FR");
        assertThat(Value.COUNTRY.of(given(Language.FR, "country", "", "", Queries.LYON, new Slot.Country(SPAN, "JP"))))
                .isEqualTo("JP");
    }
}
