package dev.universalapi.search.intent.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.intent.slot.Suggestion.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTests {
    @ParameterizedTest
    @CsvSource({
        "bitcon, bitcoin",
        "etherum, ethereum",
        "dogecion, dogecoin",
        "marseile, Marseille",
        "strasburg, Strasbourg",
        "lonndon, London",
        "lyno, Lyon",
        "dolar, dollar",
        "toulose, Toulouse",
        "reikjavik, Reykjavík"
    })
    void findsTheNameThatAMisspeltOneIsNearestTo(String word, String name) {
        assertThat(Truth.FINDER.nearest(word)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"paris", "Lyon", "euro", "btc", "xx", "zzzzzzzzzzz", "photosynthesis"})
    void hasNothingForAKnownNameOrAStrangeWord(String word) {
        assertThat(Truth.FINDER.nearest(word)).isEmpty();
    }

    @Test
    void suggestsTheLargestPlacesThatBeginSo() {
        var places = Truth.FINDER.suggest("mars", 3);

        assertThat(places).first().isEqualTo(new Suggestion("Marseille", Kind.PLACE, "FR"));
    }

    @Test
    void suggestsAPlaceByWhatStrangersCallIt() {
        assertThat(Truth.FINDER.suggest("Londr", 3)).contains(new Suggestion("London", Kind.PLACE, "GB"));
    }

    @Test
    void suggestsACoinOnce() {
        var coins = Truth.FINDER.suggest("bit", 10);

        assertThat(coins).contains(new Suggestion("bitcoin", Kind.COIN, "BTC")).doesNotHaveDuplicates();
    }

    @Test
    void suggestsNothingForNothing() {
        assertThat(Truth.FINDER.suggest(" ", 10)).isEmpty();
    }
}
