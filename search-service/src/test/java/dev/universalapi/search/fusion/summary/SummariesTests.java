package dev.universalapi.search.fusion.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.fusion.Fusion;
import dev.universalapi.search.fusion.Hits;
import dev.universalapi.search.fusion.Ranked;
import dev.universalapi.search.fusion.meaning.Meanings;
import dev.universalapi.search.fusion.meaning.TopicModel;
import dev.universalapi.search.intent.Language;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummariesTests {
    private static final Hits CURIE = Hits.of(
            "Marie Curie",
            "Marie Curie was a physicist who worked on radioactivity. She won the Nobel Prize twice, in physics and in"
                    + " chemistry. Her laboratory stood in Paris.");
    private static final Hits CURIE_FR = Hits.of(
                    "Marie Curie",
                    "Marie Curie est une physicienne qui a étudié la radioactivité. Elle reçoit deux fois le prix Nobel"
                            + " pour ses travaux.")
            .from("fr", "knowledge/search");
    private static final Hits GARDEN = Hits.of("Tulips", "Tulips flower in spring. They are sold all over the world.")
            .from("garden", "knowledge/search");

    private final Meanings meanings = TopicModel.absent();

    private List<Ranked> ranked(String query, Language language, Hits... pool) {
        var hits = Arrays.stream(pool).map(Hits::hit).toList();
        return new Fusion(meanings, InstantSource.system())
                .rank(query, language, hits, Map.of(), 10, Duration.ofSeconds(1));
    }

    private Optional<Summary> summarize(String query, Language language, Hits... pool) {
        return new Summaries(meanings).summarize(query, language, ranked(query, language, pool));
    }

    @Test
    void saysWhatASourceSaysAndWhoSaysIt() {
        var summary = summarize("marie curie nobel", Language.EN, CURIE, GARDEN);

        var sentences = summary.orElseThrow().sentences();
        assertThat(sentences).allSatisfy(sentence -> {
            assertThat(sentence.source()).isEqualTo(1);
            assertThat(CURIE.hit().text()).contains(sentence.text());
        });
        assertThat(sentences)
                .extracting(Summary.Sentence::text)
                .anySatisfy(text -> assertThat(text).contains("Nobel Prize twice"));
    }

    @Test
    void citesByThePlaceInTheList() {
        var ranked = ranked("marie curie radioactivity", Language.EN, GARDEN, CURIE_FR, CURIE);

        var summary = new Summaries(meanings).summarize("marie curie radioactivity", Language.EN, ranked);

        assertThat(summary.orElseThrow().sentences())
                .allSatisfy(sentence -> assertThat(
                                ranked.get(sentence.source() - 1).hit().text())
                        .contains(sentence.text()));
    }

    @Test
    void speaksTheLanguageOfTheQueryIfASourceDoes() {
        var french = summarize("marie curie", Language.FR, CURIE, CURIE_FR);
        var english = summarize("marie curie", Language.EN, CURIE, CURIE_FR);
        var foreign = summarize("marie curie", Language.FR, CURIE);

        assertThat(french.orElseThrow().sentences())
                .allSatisfy(each -> assertThat(CURIE_FR.hit().text()).contains(each.text()));
        assertThat(english.orElseThrow().sentences())
                .allSatisfy(each -> assertThat(CURIE.hit().text()).contains(each.text()));
        assertThat(foreign).isPresent();
    }

    @Test
    void refusesWhereNobodySaysEnough() {
        assertThat(summarize("depth of the Mariana trench", Language.EN, CURIE, GARDEN))
                .isEmpty();
        assertThat(summarize("nobel prize of economics 1974 winners", Language.EN, CURIE, GARDEN))
                .isEmpty();
        assertThat(summarize("curie", Language.EN)).isEmpty();
        assertThat(summarize("curie", Language.EN, Hits.of("Curie", ""))).isEmpty();
    }

    @Test
    void refusesWordsThatMeanSomethingElse() {
        var known = TopicModel.ready();
        var pool = List.of(Hits.of("Spring", "The spring of the year brings the first tulip and many a flower.")
                .hit());
        var query = "spring of a car motor";
        var ranked = new Fusion(known, InstantSource.system())
                .rank(query, Language.EN, pool, Map.of(), 10, Duration.ofSeconds(1));

        var summary = new Summaries(known).summarize(query, Language.EN, ranked);

        assertThat(summary).isEmpty();
    }

    @Test
    void picksFiveSentencesThatDoNotRepeatEachOther() {
        var pool = IntStream.range(0, 9)
                .mapToObj(at -> Hits.of(
                                "Danube",
                                "The Danube is the second longest river of Europe, in the east. The Danube of region"
                                        + " number " + "abcdefghi".charAt(at) + " feeds the mills there.")
                        .url("https://rivers.org/" + at)
                        .from("source" + at, "knowledge/search")
                        .at("2026-11-0" + (at + 1) + "T00:00:00Z"))
                .toArray(Hits[]::new);

        var sentences = summarize("danube", Language.EN, pool).orElseThrow().sentences();

        assertThat(sentences).hasSizeBetween(1, 5);
        assertThat(sentences).extracting(Summary.Sentence::text).doesNotHaveDuplicates();
    }

    @Test
    void doesNotBreakSentencesAtAbbreviations() {
        var sentences = Sentences.of(
                "Dr. Smith et al. wrote of J. R. R. Tolkien in 1954. The book was read by many people! Was it good?",
                Language.EN);

        assertThat(sentences)
                .containsExactly(
                        "Dr. Smith et al. wrote of J. R. R. Tolkien in 1954.", "The book was read by many people!");
    }

    @Test
    void doesNotTakeATitleForASentence() {
        var summary = summarize(
                "history of radium",
                Language.EN,
                Hits.of(
                        "The long history of radium",
                        "The long history of radium. Its history began in"
                                + " Paris, where radium was found in pitchblende."));

        assertThat(summary.orElseThrow().sentences())
                .extracting(Summary.Sentence::text)
                .containsExactly("Its history began in Paris, where radium was found in pitchblende.");
    }

    @Test
    void quotesNoMarkup() {
        var summary = summarize(
                "marie curie",
                Language.EN,
                Hits.of("Marie Curie", "<p>Marie <b>Curie</b> was a &lt;script&gt; physicist of the first rank.</p>"));

        assertThat(summary.orElseThrow().sentences().getFirst().text())
                .isEqualTo("Marie Curie was a physicist of the first rank.");
    }
}
