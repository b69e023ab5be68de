package dev.universalapi.search.search.source;

import static dev.universalapi.search.search.source.Queries.OPERATIONS;
import static dev.universalapi.search.search.source.Queries.SOURCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.search.intent.Language;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTests {

    @Test
    void everyCategoryThatQueriesAreUnderstoodAsHasSources() {
        assertThat(SOURCES.categories())
                .contains(
                        "weather",
                        "crypto",
                        "exchange",
                        "stock",
                        "news",
                        "knowledge",
                        "paper",
                        "book",
                        "film",
                        "music",
                        "media",
                        "food",
                        "medicine",
                        "country",
                        "place",
                        "ip",
                        "translation",
                        "joke",
                        "fun",
                        "code",
                        "name",
                        "space",
                        "sport",
                        "travel",
                        "fixture");
        assertThat(SOURCES.of("nothing")).isEmpty();
    }

    @Test
    void operationsThatAreNotAnsweredHereAreNoSources() {
        var weather = OPERATIONS.stream()
                .filter(type -> type.category().equals("weather"))
                .toList();

        var sources = Sources.load(OPERATIONS, weather);

        assertThat(sources.categories()).containsExactly("weather");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weather/tomorrow: { lane: ANSWERS }|weather/tomorrow: there is no such operation",
                "news/search: { asks: { query: x }, title: '{/title}', list: /articles }|news/search has no lane",
                "news/search: { lane: RESULTS, title: '{/title}', list: /articles }|news/search needs query",
                "news/search: { lane: RESULTS, asks: { query: x }, list: /articles }|news/search has no title",
                "news/search: { lane: RESULTS, asks: { query: x, colour: x }, title: '{/title}', list: /articles }"
                        + "|news/search has no parameter colour",
                "news/search: { lane: RESULTS, asks: { query: '{colour}' }, title: '{/title}', list: /articles }"
                        + "|asks with {colour}",
                "news/search: { lane: RESULTS, asks: { query: x }, title: '{/name}', list: /articles }|reads /name",
                "news/search: { lane: RESULTS, asks: { query: x }, title: '{name}', list: /articles }"
                        + "|reads name, which is no JSON pointer",
                "news/search: { lane: RESULTS, asks: { query: x }, title: '{/title}', list: /total }|a list that is none",
                "joke/random: { lane: ANSWERS, say: { en: '{/text}' } }|says nothing in fr",
                "utility/short-link: { lane: ANSWERS, asks: { url: x } }|is no query that a record answers",
            })
    void refusesWhatContractsDoNotHave(String entry, String mistake) {
        var written = "terms: {}\noperations:\n  " + entry;

        assertThatThrownBy(() -> read(written))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("sources.yml: ")
                .hasMessageContaining(mistake);
    }

    @Test
    void refusesAWordThatItDoesNotKnow() {
        var written = "terms: {}\noperations:\n  joke/random: { lane: ANSWERS, colour: x }";

        assertThatThrownBy(() -> read(written)).hasMessageContaining("colour");
    }

    @Test
    void tellsWhatAQueryMustSay() {
        assertThat(Queries.source("weather/current").needs(Language.FR)).containsExactly("un lieu");
        assertThat(Queries.source("joke/random").needs(Language.EN)).isEmpty();
    }

    private static Sources read(String written) {
        var bytes = new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8));
        return Sources.read(bytes, OPERATIONS, OPERATIONS);
    }
}
