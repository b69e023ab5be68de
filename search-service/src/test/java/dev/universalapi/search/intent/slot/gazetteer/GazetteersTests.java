package dev.universalapi.search.intent.slot.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.intent.Language;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteersTests {
    private static final Towns TOWNS = Towns.load();

    @ParameterizedTest
    @CsvSource({
        "coins.txt, 100",
        "tickers.txt, 300",
        "airports.txt, 300",
        "tongues.txt, 60",
        "currencies.txt, 150",
        "countries.txt, 240"
    })
    void hasEnoughOfEach(String resource, int least) {
        var keys = Entries.of(resource).stream().map(Entries::key).toList();

        assertThat(keys).hasSizeGreaterThanOrEqualTo(least).doesNotHaveDuplicates();
    }

    @Test
    void knowsPlacesOfTheWorldAndWhatStrangersCallThem() {
        var places = new HashSet<Town>();

        TOWNS.largest(0).forEach((_, town) -> places.add(town));

        assertThat(places).hasSizeGreaterThan(50_000);
        assertThat(Exonym.read()).hasSizeGreaterThan(300);
    }

    @ParameterizedTest
    @CsvSource({
        "londres, London",
        "munich, Munich",
        "pekin, Beijing",
        "vienne, Vienna",
        "geneve, Geneva",
        "la haye, The Hague",
        "nouvelle orleans, New Orleans",
        "kiev, Kyiv",
        "st etienne, Saint-Étienne",
        "seville, Sevilla",
        "bombay, Mumbai"
    })
    void knowsAPlaceByItsOtherName(String other, String name) {
        assertThat(TOWNS.named(other, Language.EN))
                .first()
                .extracting(Town::name)
                .isEqualTo(name);
    }

    @Test
    void placeInFranceIsMeantInFrenchUnlessAnotherIsTenTimesAsLarge() {
        assertThat(TOWNS.named("orange", Language.FR))
                .first()
                .extracting(Town::country)
                .isEqualTo("FR");
        assertThat(TOWNS.named("orange", Language.EN))
                .first()
                .extracting(Town::country)
                .isEqualTo("US");
        assertThat(TOWNS.named("vienne", Language.FR))
                .first()
                .extracting(Town::country)
                .isEqualTo("AT");
    }

    @Test
    void nameThatIsOnlyMeantElsewhereNeedsACountry() {
        assertThat(TOWNS.named("valence", Language.FR))
                .extracting(Town::country)
                .doesNotContain("ES");
        assertThat(TOWNS.anywhere("valence", Language.FR))
                .extracting(Town::country)
                .contains("ES");
    }

    @Test
    void knowsARegionByNameAndByCode() {
        var regions = Regions.load();

        assertThat(regions.named("texas")).contains("US.TX");
        assertThat(regions.named("californie")).contains("US.CA");
        assertThat(regions.named("nowhere")).isEmpty();
    }

    @Test
    void tableWithoutANameIsAnError() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Entries.of("none.txt"))
                .hasMessageContaining("none.txt");
    }
}
