package dev.universalapi.search.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.fusion.meaning.TopicModel;
import dev.universalapi.search.intent.Language;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.node.JsonNodeFactory;

class PoolProperties {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final Fusion byWords = new Fusion(TopicModel.absent(), InstantSource.fixed(NOW));
    private final Fusion byMeaning = new Fusion(TopicModel.ready(), InstantSource.fixed(NOW));

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of("", "car", "motor 1", "motor 2", "tulip of spring", "الضوء", "🚗", "l'été à Zürich"),
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.of("black", "hole", "of", "light", "gravity", "7", "and", "sees")
                        .list()
                        .ofMaxSize(40)
                        .map(words -> String.join(" ", words)));
    }

    @Provide
    Arbitrary<List<Hit>> pools() {
        var sources = Combinators.combine(
                        Arbitraries.of("a", "b", "c"), Arbitraries.of("news/search", "paper/search", "film/search"))
                .as((provider, operation) -> new Hit.Source(provider, operation, null));
        var urls = Arbitraries.of("", "https://a.org", "http://www.a.org/", "https://a.org/b?x=1", "mailto:x@y.z");
        var times = Arbitraries.of("", "2026-11-26T12:00:00Z", "2020-01-01T00:00:00Z", "2030-01-01T00:00:00Z");
        var entities = Arbitraries.of("", "doi:1", "doi:2", "DOI:1", "imdb:tt1", "plain");
        return Combinators.combine(
                        sources, Arbitraries.integers().between(1, 9), texts(), texts(), urls, times, entities)
                .as(PoolProperties::hit)
                .list()
                .ofMaxSize(150);
    }

    private static Hit hit(
            Hit.Source source, int rank, String title, String text, String url, String at, String entity) {
        return new Hit(
                source,
                rank,
                title,
                text,
                url.isEmpty() ? null : URI.create(url),
                at.isEmpty() ? null : Instant.parse(at),
                entity.isEmpty() ? null : entity,
                JsonNodeFactory.instance.nullNode());
    }

    @Property(tries = 150)
    void holdsForAnyPool(
            @ForAll("texts") String query,
            @ForAll Language language,
            @ForAll("pools") List<Hit> pool,
            @ForAll @IntRange(min = 0, max = 50) int limit,
            @ForAll Random random) {
        var shuffled = new ArrayList<>(pool);
        Collections.shuffle(shuffled, random);
        var categories = Map.of("news", 0.5, "film", 0.4);

        for (var fusion : List.of(byWords, byMeaning)) {
            var ranked = fusion.rank(query, language, pool, categories, limit, Duration.ofMinutes(1));
            var again = fusion.rank(query, language, shuffled, categories, limit, Duration.ofMinutes(1));

            assertThat(again).isEqualTo(ranked);
            assertThat(ranked).hasSizeLessThanOrEqualTo(Math.min(limit, pool.size()));
            assertThat(ranked).extracting(Ranked::id).doesNotHaveDuplicates();
            assertThat(ranked).allSatisfy(PoolProperties::assertSound);
            assertThat(entities(ranked)).doesNotHaveDuplicates();
        }
    }

    private static List<String> entities(List<Ranked> ranked) {
        return ranked.stream()
                .map(each -> each.hit().entity())
                .flatMap(entity -> entity == null ? Stream.empty() : Stream.of(entity.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static void assertSound(Ranked ranked) {
        assertThat(ranked.score()).isBetween(0.0, 1.0);
        assertThat(ranked.why().moved()).isNotNegative();
        assertThat(ranked.alsoFrom()).doesNotContain(ranked.hit().source()).doesNotHaveDuplicates();
        assertThat(ranked.highlights()).allSatisfy(highlight -> {
            var field = highlight.field().equals("title")
                    ? ranked.hit().title()
                    : ranked.hit().text();
            assertThat(highlight.from()).isNotNegative().isLessThan(highlight.to());
            assertThat(highlight.to()).isLessThanOrEqualTo(field.length());
        });
    }
}
