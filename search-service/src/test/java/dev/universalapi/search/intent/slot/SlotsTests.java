package dev.universalapi.search.intent.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Slot;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlotsTests {
    static List<Truth> truths() {
        return Truth.all();
    }

    @ParameterizedTest
    @MethodSource("truths")
    void findsWhatAQueryHas(Truth truth) {
        var found = Truth.FINDER.find(truth.query(), truth.language(), Truth.TODAY);

        assertThat(Truth.of(found)).isEqualTo(truth.slots());
    }

    @Test
    void tableHasEnoughOfBothLanguages() {
        var perLanguage = truths().stream().collect(Collectors.groupingBy(Truth::language, Collectors.counting()));

        assertThat(perLanguage.get(Language.EN)).isGreaterThan(100);
        assertThat(perLanguage.get(Language.FR)).isGreaterThan(100);
    }

    @Test
    void tellsWhereAPlaceIsAndHowManyLiveThere() {
        var found = Truth.FINDER.find("météo à Lyon", Language.FR, Truth.TODAY);

        assertThat(found).singleElement().isInstanceOfSatisfying(Slot.Place.class, lyon -> {
            assertThat(lyon.latitude()).isBetween(45.7, 45.8);
            assertThat(lyon.longitude()).isBetween(4.8, 4.9);
            assertThat(lyon.population()).isGreaterThan(400_000);
            assertThat(lyon.span()).isEqualTo(new Slot.Span(8, 12));
        });
    }

    @Test
    void spanOfAPlaceHasTheRegionThatTellsIt() {
        var found = Truth.FINDER.find("weather in Paris, Texas", Language.EN, Truth.TODAY);

        assertThat(found).singleElement().extracting(Slot::span).isEqualTo(new Slot.Span(11, 23));
    }

    @Test
    void looksAtTwoThousandCharactersAndNoMore() {
        var early = "météo à Lyon " + "a ".repeat(3000);
        var late = "a ".repeat(3000) + "météo à Lyon";

        assertThat(Truth.FINDER.find(early, Language.FR, Truth.TODAY)).hasSize(1);
        assertThat(Truth.FINDER.find(late, Language.FR, Truth.TODAY)).isEmpty();
    }
}
