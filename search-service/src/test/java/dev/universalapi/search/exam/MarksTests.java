package dev.universalapi.search.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.universalapi.search.intent.Intent;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.Slot.Identifier.Kind;
import dev.universalapi.search.intent.Understanding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarksTests {
    private static final Slot.Span SPAN = new Slot.Span(0, 1);
    private static final Slot LYON = new Slot.Place(SPAN, "Lyon", "FR", 45.7, 4.8, 472_317);

    @Test
    void countsTheFirstIntentForThePrimaryAndAllOfThemForTheSet() {
        var weather = query(Language.EN, "a", List.of("weather", "joke"));
        var news = query(Language.FR, "b", List.of("news", "book"));

        var marks =
                marks(Map.of(weather, understood(intent("weather"), intent("joke")), news, understood(intent("news"))));

        assertThat(marks.primary()).isEqualTo(1);
        assertThat(marks.several()).isEqualTo(0.5);
    }

    @Test
    void tellsHowFarTheLanguagesAreApart() {
        var marks = marks(Map.of(
                query(Language.EN, "a", List.of("weather")), understood(intent("weather")),
                query(Language.EN, "b", List.of("weather")), understood(intent("news")),
                query(Language.FR, "c", List.of("joke")), understood(intent("joke"))));

        assertThat(marks.primary(Language.EN)).isEqualTo(0.5);
        assertThat(marks.apart()).isEqualTo(0.5);
    }

    @Test
    void holdsAnyIntentAgainstAQueryOfNothing() {
        var marks = marks(Map.of(
                query(Language.EN, "a", List.of()), understood(),
                query(Language.EN, "b", List.of()), understood(intent("joke"))));

        assertThat(marks.mistakenForSomething()).isEqualTo(0.5);
        assertThat(marks.mistakes()).singleElement().asString().contains("joke");
    }

    @Test
    void weighsWhatIsMissingAndWhatIsTooMuchAlike() {
        var query = new Query(
                Language.EN,
                "a",
                List.of("weather"),
                Set.of(new Told("place", "Lyon/FR"), new Told("day", "2026-11-27")));

        var marks = marks(Map.of(
                query, understood(intent("weather", "", LYON, new Slot.Amount(SPAN, new BigDecimal("3.0"))))));

        assertThat(marks.told()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void writesEverySlotAsTheSetsDo() {
        var day = LocalDate.of(2026, 11, 28);
        var understood = understood(intent(
                "book",
                "the Hound of Zürich's",
                LYON,
                new Slot.Country(SPAN, "FR"),
                new Slot.Currency(SPAN, "EUR"),
                new Slot.Pair(SPAN, "EUR", "USD"),
                new Slot.Coin(SPAN, "BTC"),
                new Slot.Ticker(SPAN, "AAPL"),
                new Slot.Tongue(SPAN, "en"),
                new Slot.Day(SPAN, day, day),
                new Slot.Day(SPAN, day, day.plusDays(1)),
                new Slot.Amount(SPAN, new BigDecimal("1200.50")),
                new Slot.Identifier(SPAN, Kind.ISBN, "9780140328721")));

        assertThat(Told.of(understood).stream().map(Told::toString))
                .containsExactly(
                        "place=lyon/fr",
                        "country=fr",
                        "currency=eur",
                        "pair=eur/usd",
                        "coin=btc",
                        "ticker=aapl",
                        "language=en",
                        "day=2026-11-28",
                        "day=2026-11-28..2026-11-29",
                        "amount=1200.5",
                        "isbn=9780140328721",
                        "rest=hound zurich");
    }

    @Test
    void wantsNoWordsOfACategoryThatAsksByItsSlots() {
        assertThat(Told.of(understood(intent("weather", "please quickly")))).isEmpty();
    }

    private static Query query(Language language, String text, List<String> intents) {
        return new Query(language, text, intents, Set.of());
    }

    private static Marks marks(Map<Query, Understanding> papers) {
        return Marks.of(
                List.copyOf(papers.keySet()),
                text -> papers.entrySet().stream()
                        .filter(paper -> paper.getKey().text().equals(text))
                        .findFirst()
                        .orElseThrow()
                        .getValue());
    }

    private static Understanding understood(Intent... intents) {
        return new Understanding("a", Language.EN, List.of(intents), true);
    }

    private static Intent intent(String category) {
        return intent(category, "");
    }

    private static Intent intent(String category, String rest, Slot... slots) {
        return new Intent(category, 0.9, "a", List.of(slots), rest);
    }
}
