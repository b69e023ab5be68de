package dev.universalapi.search.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.fusion.meaning.TopicModel;
import dev.universalapi.search.intent.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FusionTests {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration BUDGET = Duration.ofSeconds(10);

    private final Fusion byWords = new Fusion(TopicModel.absent(), InstantSource.fixed(NOW));
    private final Fusion byMeaning = new Fusion(TopicModel.ready(), InstantSource.fixed(NOW));

    private static List<Ranked> rank(Fusion fusion, String query, List<Hits> pool, Map<String, Double> categories) {
        return fusion.rank(query, Language.EN, pool.stream().map(Hits::hit).toList(), categories, 20, BUDGET);
    }

    private static List<String> titles(List<Ranked> ranked) {
        return ranked.stream().map(each -> each.hit().title()).toList();
    }

    @Test
    void putsWhatHasTheWordsFirstWhereverItsSourceHadIt() {
        var pool = List.of(
                Hits.of("Tulips", "Flowers of spring").rank(1).from("garden", "knowledge/search"),
                Hits.of("Black holes", "Where gravity lets no light go").rank(9).from("sky", "paper/search"));

        var ranked = rank(byWords, "gravity of a black hole", pool, Map.of());

        assertThat(titles(ranked)).containsExactly("Black holes", "Tulips");
        assertThat(ranked.getFirst().why()).isEqualTo(new Ranked.Why(1, 0, 1, 1, 0));
        assertThat(ranked.getFirst().score()).isEqualTo(1);
    }

    @Test
    void findsTheSameInOtherWordsOnceMeaningsAreThere() {
        var pool = List.of(
                Hits.of("Car dealers near you", "Buy one today"),
                Hits.of("Automobile", "A vehicle with a motor").rank(2),
                Hits.of("Tulips", "Flowers of spring").rank(3));

        var ranked = rank(byMeaning, "what is a car", pool, Map.of());

        assertThat(titles(ranked)).containsExactly("Car dealers near you", "Automobile", "Tulips");
        assertThat(ranked.get(1).why().words()).isZero();
        assertThat(ranked.get(1).why().meaning()).isPositive();
        assertThat(byMeaning.ready()).isTrue();
        assertThat(byWords.ready()).isFalse();
    }

    @Test
    void prefersTheCategoryThatIsMeant() {
        var pool = List.of(
                Hits.of("Dune", "").from("shelf", "book/search").entity("isbn13:9780441013593"),
                Hits.of("Dune", "").from("screen", "film/search").entity("imdb:tt1160419"));

        var ranked = rank(byWords, "dune", pool, Map.of("film", 0.7, "book", 0.2));

        assertThat(ranked).extracting(each -> each.hit().source().category()).containsExactly("film", "book");
        assertThat(ranked.getFirst().why().intent()).isEqualTo(0.6 + 0.4 * 0.7);
    }

    @Test
    void prefersYoungNewsWhereNewsAreWanted() {
        var pool = List.of(
                Hits.of("Floods in Ghent", "").from("a", "news/search").at("2026-11-20T12:00:00Z"),
                Hits.of("Floods in Bruges", "")
                        .from("b", "news/search")
                        .at("2026-11-26T12:00:00Z")
                        .rank(2),
                Hits.of("Floods in Ypres", "").from("c", "news/search").rank(3));

        var wanted = rank(byWords, "floods", pool, Map.of("news", 0.7));
        var notWanted = rank(byWords, "floods", pool, Map.of("knowledge", 0.7));

        assertThat(titles(wanted)).containsExactly("Floods in Bruges", "Floods in Ghent", "Floods in Ypres");
        assertThat(wanted).first().extracting(each -> each.why().recency()).isEqualTo(1.0);
        assertThat(titles(notWanted)).startsWith("Floods in Ghent");
    }

    @Test
    void foldsTheSameThingAndNamesAllWhoFoundIt() {
        var pool = List.of(
                Hits.of("Attention is all you need", "We propose a network")
                        .from("x", "paper/search")
                        .entity("doi:10.1/A"),
                Hits.of("Attention Is All You Need.", "")
                        .from("y", "paper/search")
                        .entity("doi:10.1/a"));

        var ranked = rank(byWords, "attention", pool, Map.of());

        assertThat(ranked).hasSize(1);
        assertThat(ranked.getFirst().hit().source().provider()).isEqualTo("x");
        assertThat(ranked.getFirst().alsoFrom()).containsExactly(new Hit.Source("y", "paper/search", null));
    }

    @Test
    void keepsAnIdWhateverElseIsFound() {
        var hit = Hits.of("Ada Lovelace", "").url("https://example.org/ada?utm_source=x");
        var again = Hits.of("Lovelace, Ada", "").from("two", "knowledge/search").url("http://www.example.org/ada/");

        var alone = rank(byWords, "ada", List.of(hit), Map.of());
        var folded = rank(byWords, "ada", List.of(again, hit, Hits.of("Turing", "")), Map.of());

        assertThat(folded)
                .hasSize(2)
                .first()
                .extracting(Ranked::id)
                .isEqualTo(alone.getFirst().id());
    }

    @Test
    void letsNoSourceFillTheFirstTenUnlessOneCategoryIsMeant() {
        var pool = Stream.concat(
                        IntStream.rangeClosed(1, 12)
                                .mapToObj(at -> Hits.of("Mars number " + at, "").rank(at)),
                        IntStream.rangeClosed(1, 4)
                                .mapToObj(at -> Hits.of("Planet of name " + "abcd".charAt(at - 1), "")
                                        .from("source" + at, "knowledge/search")))
                .toList();

        var open = rank(byWords, "mars", pool, Map.of("space", 0.5));
        var sure = rank(byWords, "mars", pool, Map.of("knowledge", 0.9));

        assertThat(open.subList(0, 7))
                .filteredOn(each -> each.hit().source().provider().equals("one"))
                .hasSize(3);
        assertThat(open).hasSize(16);
        assertThat(open.get(7).why().moved()).isPositive();
        assertThat(sure.subList(0, 10))
                .filteredOn(each -> each.hit().source().provider().equals("one"))
                .hasSize(10);
    }

    @Test
    void saysSomethingNewBeforeTheSameAgain() {
        var pool = List.of(
                Hits.of("Jaguar the big cat of the Amazon rain forest hunts fish at night", "")
                        .rank(1),
                Hits.of("Jaguar the big cat of the Amazon rain forest sleeps in trees by day", "")
                        .rank(2),
                Hits.of("Jaguar cars of Coventry and their engines, from the very first of them to the last", "")
                        .rank(3),
                Hits.of("Tulips", "").rank(4));

        var ranked = rank(byWords, "jaguar", pool, Map.of());

        assertThat(titles(ranked).get(1)).startsWith("Jaguar cars");
        assertThat(ranked.get(2).why().moved()).isEqualTo(1);
    }

    @Test
    void marksTheWordsOfTheQueryWhereTheyStand() {
        var pool = List.of(Hits.of("L’avion : histoire", "Les premiers avions à moteur 🛩️ volaient peu."));

        var ranked = byWords.rank(
                "histoire de l'avion", Language.FR, List.of(pool.getFirst().hit()), Map.of(), 5, BUDGET);

        var hit = ranked.getFirst();
        assertThat(hit.highlights())
                .extracting(each -> (each.field().equals("title")
                                ? hit.hit().title()
                                : hit.hit().text())
                        .substring(each.from(), each.to()))
                .containsExactly("avion", "histoire", "avions");
    }

    @Test
    void ranksWritingFromRightToLeftEmojiAndNothing() {
        var pool = List.of(
                Hits.of("", ""),
                Hits.of("🎉🎉", "🎉 party"),
                Hits.of("القاهرة عاصمة مصر", "مدينة كبيرة"),
                Hits.of("\u200B\u202E", "\u0000"));

        var arabic = rank(byWords, "القاهرة", pool, Map.of());
        var emoji = rank(byWords, "🎉", pool, Map.of());
        var nothing = rank(byWords, "", pool, Map.of());

        assertThat(titles(arabic)).hasSize(4).startsWith("القاهرة عاصمة مصر");
        assertThat(titles(emoji)).hasSize(4).startsWith("🎉🎉");
        assertThat(nothing).hasSize(4);
    }

    @Test
    void returnsNothingForNoneOrANegativeLimit() {
        var hits = List.of(Hits.of("a", "").hit());

        var none = byWords.rank("a", Language.EN, hits, Map.of(), 0, BUDGET);
        var negative = byWords.rank("a", Language.EN, hits, Map.of(), -1, Duration.ofMillis(-1));
        var empty = byWords.rank("a", Language.EN, List.of(), Map.of(), 5, BUDGET);

        assertThat(none).isEmpty();
        assertThat(negative).isEmpty();
        assertThat(empty).isEmpty();
    }
}
