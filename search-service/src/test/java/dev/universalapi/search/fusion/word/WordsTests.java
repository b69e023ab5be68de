package dev.universalapi.search.fusion.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.fusion.Hits;
import dev.universalapi.search.intent.Language;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTests {
    private static List<String> stems(Language language, String text) {
        return Words.in(language).of(text).stream().map(Word::stem).toList();
    }

    @Test
    void meetsWritersWithoutAccentsAndWithOtherEndings() {
        assertThat(stems(Language.FR, "L'Été à Nîmes")).isEqualTo(stems(Language.FR, "l’ete a nimes"));
        assertThat(stems(Language.FR, "recettes")).isEqualTo(stems(Language.FR, "recette"));
        assertThat(stems(Language.EN, "Newton's laws")).isEqualTo(stems(Language.EN, "newton law"));
    }

    @Test
    void placesAWordBehindItsArticle() {
        var text = "Vu de l’avion";

        var word = Words.in(Language.FR).of(text).getLast();

        assertThat(text.substring(word.from(), word.to())).isEqualTo("avion");
    }

    @Test
    void seeksWhatTellsSomethingUnlessNothingDoes() {
        assertThat(Words.in(Language.EN).sought("what is the price of gold")).containsExactly("price", "gold");
        assertThat(Words.in(Language.EN).sought("the who")).containsExactly("the", "who");
        assertThat(Words.in(Language.FR).sought("qui est Marie Curie ?")).hasSize(2);
    }

    @Test
    void readsNoMoreThanTheStartOfALongText() {
        assertThat(stems(Language.EN, "word ".repeat(10_000))).hasSize(400);
        assertThat(stems(Language.EN, "x".repeat(10_000))).hasSizeLessThan(20);
    }

    @Test
    void weighsRareWordsAndTitlesMore() {
        var words = Words.in(Language.EN);
        var pool = Stream.of(
                        Hits.of("city guide", "paris"),
                        Hits.of("paris", "city guide"),
                        Hits.of("city guide", "lyon"),
                        Hits.of("river", "water"))
                .map(hits -> words.of(hits.hit()))
                .toList();

        var scores = Bm25.scores(words.sought("paris city"), pool);

        assertThat(scores[1]).isGreaterThan(scores[0]);
        assertThat(scores[0]).isGreaterThan(scores[2]);
        assertThat(scores[3]).isZero();
    }
}
