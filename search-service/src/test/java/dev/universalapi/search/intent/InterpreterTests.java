package dev.universalapi.search.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpreterTests {
    private static final Set<Language> BOTH = Set.of(Language.EN, Language.FR);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Interpreter READY = new Interpreter();

    @BeforeAll
    static void load() {
        READY.load();
    }

    @Test
    void understandsTwoIntentsInTheirOrder() {
        var query = "météo à Lyon et prix du bitcoin";

        var understanding = READY.understand(query, BOTH, TODAY);

        assertThat(understanding.ready()).isTrue();
        assertThat(READY.slots()).isPresent();
        assertThat(understanding.language()).isEqualTo(Language.FR);
        assertThat(understanding.intents()).extracting(Intent::category).containsExactly("weather", "crypto");
        assertThat(understanding.intents()).extracting(Intent::text).containsExactly("météo à Lyon", "prix du bitcoin");
        assertThat(understanding.intents().getFirst().slots())
                .singleElement()
                .isInstanceOfSatisfying(
                        Slot.Place.class, place -> assertThat(place.name()).isEqualTo("Lyon"));
        assertThat(understanding.intents().getLast().slots())
                .singleElement()
                .isInstanceOfSatisfying(
                        Slot.Coin.class, coin -> assertThat(coin.symbol()).isEqualTo("BTC"));
    }

    @Test
    void lendsThePlaceToTheWeatherThatHasNone() {
        var query = "weather and local news in Paris";

        var weather = READY.understand(query, BOTH, TODAY).intents().getFirst();

        assertThat(weather.category()).isEqualTo("weather");
        assertThat(weather.slots()).hasAtLeastOneElementOfType(Slot.Place.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "btc eur | crypto",
                "meteo lyon | weather",
                "scientific method | knowledge",
                "Ada Lovelace biography | knowledge",
                "songs by Simon and Garfunkel | music",
                "capital of Trinidad and Tobago | country",
                "recette avec crème et sucre | food",
                "apple pie recipe | food",
                "photos of Casablanca | media",
                "photo de mars prise par la nasa | space",
            })
    void isNotCaughtInTraps(String query, String category) {
        var understanding = READY.understand(query, BOTH, TODAY);

        assertThat(understanding.intents()).extracting(Intent::category).containsExactly(category);
    }

    @ParameterizedTest
    @ValueSource(strings = {"set an alarm for 7", "bonjour", "asdfgh", "appelle maman", "", "???", "😀😀"})
    void asksForNothingWhereNothingHelps(String query) {
        var understanding = READY.understand(query, BOTH, TODAY);

        assertThat(understanding.intents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "btc price weather paris | crypto,weather",
                "météo marseille cours ethereum | weather,crypto",
                "eur usd rate weather london | exchange,weather",
                "AAPL stock price weather in Berlin | stock,weather",
                "bitcoin price in euros | crypto",
                "flights from Paris to London | travel",
                "bitcoin vs ethereum price chart | crypto",
            })
    void needsNoConjunctionWhereBothSidesStandAlone(String query, String categories) {
        var understanding = READY.understand(query, BOTH, TODAY);

        assertThat(understanding.intents()).extracting(Intent::category).containsExactly(categories.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bitcoin price and something quite else here | crypto | something quite else here",
                "purple unicorn dreams tonight maybe and the weather in Lyon | weather | purple unicorn dreams tonight maybe",
                "news about solar power and wind turbines | news | solar power and wind turbines",
                "recipe with cream and sugar | food | cream and sugar",
            })
    void looksForWordsThatBelongToNoOtherIntent(String query, String category, String rest) {
        var understanding = READY.understand(query, BOTH, TODAY);

        assertThat(understanding.intents())
                .extracting(Intent::category, Intent::rest)
                .containsExactly(Tuple.tuple(category, rest));
    }

    @Test
    void keepsWordsThatAreNoSlotsOfTheIntent() {
        var query = "photos of Casablanca";

        var intent = READY.understand(query, BOTH, TODAY).intents().getFirst();

        assertThat(intent.slots()).isEmpty();
        assertThat(intent.rest()).isEqualTo("casablanca");
    }

    @Test
    void speaksNoLanguageThatIsNotAllowed() {
        var query = "quel temps fait-il demain";

        var understanding = READY.understand(query, Set.of(Language.EN), TODAY);

        assertThat(understanding.language()).isEqualTo(Language.EN);
    }

    @Test
    void understandsByWordsUntilItIsReady() {
        var interpreter = new Interpreter();

        var understanding = interpreter.understand("météo et blague", BOTH, TODAY);

        assertThat(interpreter.isReady()).isFalse();
        assertThat(interpreter.slots()).isEmpty();
        assertThat(understanding.ready()).isFalse();
        assertThat(understanding.language()).isEqualTo(Language.FR);
        assertThat(understanding.intents()).extracting(Intent::category).containsExactly("weather", "joke");
        assertThat(understanding.intents())
                .allSatisfy(intent -> assertThat(intent.slots()).isEmpty());
    }

    @Test
    void asksForFiveThingsAtMost() {
        var query = "weather in Paris, a joke, bitcoin price, latest news, ".repeat(13);

        var understanding = READY.understand(query, BOTH, TODAY);

        assertThat(understanding.query()).hasSizeLessThanOrEqualTo(Cleaning.LONGEST);
        assertThat(understanding.intents()).hasSizeLessThanOrEqualTo(5);
    }
}
