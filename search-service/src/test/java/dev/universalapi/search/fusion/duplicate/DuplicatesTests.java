package dev.universalapi.search.fusion.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.fusion.Hits;
import dev.universalapi.search.fusion.word.StopWords;
import dev.universalapi.search.fusion.word.Words;
import dev.universalapi.search.intent.Language;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuplicatesTests {
    private static final String STORY =
            "Heavy rain flooded the old town of Passau on Monday after the Danube rose to its"
                    + " highest level in thirty years, and hundreds of people had to leave their homes.";

    private static List<Thing> fold(Hits... hits) {
        var words = Words.in(Language.EN);
        return Duplicates.fold(
                Arrays.stream(hits).map(Hits::hit).map(words::of).toList(), StopWords.stems(Language.EN));
    }

    @Test
    void foldsWhatTheWorldCallsTheSame() {
        var things = fold(
                Hits.of("A study", "").from("x", "paper/search").entity("doi:10.1/X"),
                Hits.of("A Study of Something", "").from("y", "paper/search").entity("doi:10.1/x"));

        assertThat(things).hasSize(1);
    }

    @Test
    void foldsLongTextsThatDifferInAWord() {
        var things = fold(
                Hits.of("Flood in Passau", STORY).from("x", "news/search"),
                Hits.of("Flood in Passau", STORY.replace("hundreds", "Hundreds") + " Reuters")
                        .from("y", "news/search"));

        assertThat(things).hasSize(1);
        assertThat(things.getFirst().best().hit().source().provider()).isEqualTo("y");
        assertThat(things.getFirst().alsoFrom())
                .extracting(source -> source.provider())
                .containsExactly("x");
    }

    @Test
    void foldsTextsOfManyWordsThatDifferInOne() {
        var report = IntStream.range(0, 120)
                .mapToObj(at -> "word" + (char) ('a' + at % 26) + (char) ('a' + at / 26))
                .collect(Collectors.joining(" "));

        var same = fold(
                Hits.of("Report", report).from("x", "news/search"),
                Hits.of("Report", report + " once more").from("y", "paper/search"));
        var other = fold(
                Hits.of("Report", report).from("x", "news/search"),
                Hits.of("Report", report.replace("word", "term")).from("y", "news/search"));

        assertThat(same).hasSize(1);
        assertThat(other).hasSize(2);
    }

    @Test
    void foldsShortTextsOfOneDayAlone() {
        var monday = Hits.of("Danube floods Passau again", "")
                .from("x", "news/search")
                .at("2026-11-23T08:00:00Z");
        var later = Hits.of("Danube floods Passau again", "")
                .from("y", "news/search")
                .at("2026-11-23T19:00:00Z");
        var tuesday = Hits.of("Danube floods Passau again", "")
                .from("z", "news/search")
                .at("2026-11-24T08:00:00Z");

        assertThat(fold(monday, later)).hasSize(1);
        assertThat(fold(monday, tuesday)).hasSize(2);
    }

    @Test
    void keepsApartWhatOnlyANumberTellsApart() {
        var things = fold(
                Hits.of("Chapter 1 of the report", STORY).from("x", "book/search"),
                Hits.of("Chapter 2 of the report", STORY).from("y", "book/search"));

        assertThat(things).hasSize(2);
    }

    @Test
    void keepsApartWhatTheWorldCallsDifferently() {
        var things = fold(
                Hits.of("Erratum", STORY)
                        .from("x", "paper/search")
                        .entity("doi:10.1/a")
                        .url("https://e.org/1"),
                Hits.of("Erratum", STORY)
                        .from("y", "paper/search")
                        .entity("doi:10.1/b")
                        .url("https://e.org/1"));

        assertThat(things).hasSize(2);
        assertThat(things).extracting(Thing::id).doesNotHaveDuplicates();
    }

    @Test
    void takesAnAddressOfManyTitlesForThatOfASite() {
        var things = fold(
                Hits.of("Bitcoin", "a coin").url("https://coins.org/"),
                Hits.of("Ether", "another coin").url("https://coins.org/").rank(2),
                Hits.of("Coins of the world", "a site")
                        .from("y", "knowledge/search")
                        .url("https://coins.org"));

        assertThat(things).hasSize(3);
    }

    @Test
    void keepsThingsApartThatSayNothing() {
        var things = fold(
                Hits.of("", "").url("https://pictures.org/1.jpg"),
                Hits.of("", "").url("https://pictures.org/2.jpg"));

        assertThat(things).hasSize(2);
    }

    @Test
    void foldsAcrossCategoriesByAddressAndKnowsBoth() {
        var things = fold(
                Hits.of("Ada Lovelace", "").url("https://e.org/ada"),
                Hits.of("Ada", "Her notes").from("y", "book/search").url("https://e.org/ada"));

        assertThat(things).hasSize(1);
        assertThat(things.getFirst().categories()).containsExactlyInAnyOrder("knowledge", "book");
    }
}
