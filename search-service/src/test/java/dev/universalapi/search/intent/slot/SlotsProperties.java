package dev.universalapi.search.intent.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Slot;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SlotsProperties {
    @Property(tries = 500)
    void anyTextIsReadWithoutAnError(@ForAll String text, @ForAll Language language) {
        check(text, Truth.FINDER.find(text, language, Truth.TODAY));
    }

    @Property(tries = 500)
    void slotsOfWordsInAnyOrderStandApartAndInOrder(@ForAll("words") List<String> words, @ForAll Language language) {
        var text = String.join(" ", words);

        check(text, Truth.FINDER.find(text, language, Truth.TODAY));
    }

    @Property(tries = 300)
    void slotsOfSignsInAnyOrderStandApartAndInOrder(@ForAll("signs") List<String> signs, @ForAll Language language) {
        var text = String.join("", signs);

        check(text, Truth.FINDER.find(text, language, Truth.TODAY));
    }

    @Property(tries = 200)
    void spellingAndSuggestionTakeAnything(@ForAll String text) {
        assertThat(Truth.FINDER.nearest(text)).isNotNull();
        assertThat(Truth.FINDER.suggest(text, 5)).hasSizeLessThanOrEqualTo(5);
    }

    @Provide
    Arbitrary<List<String>> words() {
        var all = new ArrayList<String>();
        Truth.all().forEach(truth -> all.addAll(List.of(truth.query().split(" "))));
        return Arbitraries.of(all).list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<String>> signs() {
        return Arbitraries.of(
                        "$",
                        "€",
                        "£",
                        "100",
                        "1.000",
                        ",",
                        "5",
                        " ",
                        " ",
                        "usd",
                        "EUR",
                        "btc",
                        "/",
                        "-",
                        ".",
                        ":",
                        "::",
                        "10.",
                        "1000/x",
                        "tt",
                        "NCT",
                        "0123456789",
                        "978",
                        "à",
                        "é",
                        "'",
                        "’",
                        "St",
                        "Paris",
                        "TX",
                        "in",
                        "2026",
                        "31",
                        "février",
                        "le",
                        "k",
                        "m",
                        "\u0301",
                        "\uD83D\uDE00",
                        "\u202E",
                        "\u200B",
                        "İ",
                        "ß",
                        "x",
                        "demain",
                        "next",
                        "30",
                        "february",
                        "days")
                .list()
                .ofMaxSize(60);
    }

    private static void check(String text, List<Slot> slots) {
        var end = 0;
        for (var slot : slots) {
            assertThat(slot.span().from()).isGreaterThanOrEqualTo(end);
            assertThat(slot.span().to()).isGreaterThan(slot.span().from()).isLessThanOrEqualTo(text.length());
            end = slot.span().to();
        }
    }
}
