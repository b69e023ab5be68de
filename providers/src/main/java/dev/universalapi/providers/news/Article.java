package dev.universalapi.providers.news;

import dev.universalapi.engine.operation.About;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One article, without its text: that is read at `url`.
public record Article(
        @About("the headline") String title,
        @About("where it is read") URI url,

        @About("who published it, or where it was handed in")
        String source,

        @About("when it was published, or handed in") Instant publishedAt,

        @About("who wrote it, as its publisher says it") @Nullable
        String author,

        @About("what it says, in a sentence or two, as text") @Nullable
        String summary,

        @About("its picture") @Nullable URI imageUrl) {}
