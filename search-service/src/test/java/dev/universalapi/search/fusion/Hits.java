package dev.universalapi.search.fusion;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// Makes hits for tests.
public record Hits(Hit hit) {
    public static Hits of(String title, String text) {
        return new Hits(new Hit(
                new Hit.Source("one", "knowledge/search", null),
                1,
                title,
                text,
                null,
                null,
                null,
                JsonNodeFactory.instance.nullNode()));
    }

    public Hits from(String provider, String operation) {
        return with(new Hit.Source(provider, operation, null), hit.rank(), hit.url(), hit.at(), hit.entity());
    }

    public Hits rank(int rank) {
        return with(hit.source(), rank, hit.url(), hit.at(), hit.entity());
    }

    public Hits url(String url) {
        return with(hit.source(), hit.rank(), URI.create(url), hit.at(), hit.entity());
    }

    public Hits at(String time) {
        return with(hit.source(), hit.rank(), hit.url(), Instant.parse(time), hit.entity());
    }

    public Hits entity(String entity) {
        return with(hit.source(), hit.rank(), hit.url(), hit.at(), entity);
    }

    private Hits with(Hit.Source source, int rank, @Nullable URI url, @Nullable Instant at, @Nullable String entity) {
        return new Hits(new Hit(source, rank, hit.title(), hit.text(), url, at, entity, hit.data()));
    }
}
