package dev.universalapi.providers.knowledge;

import dev.universalapi.engine.operation.About;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// An article of an encyclopedia in brief.
public record Summary(
        @About("the provider's own name for it") String id,
        @About("the article's name") String title,

        @About("what it says before its first heading, as text of one or more lines")
        String summary,

        @About("what it is about, in a few words") @Nullable String description,

        @About("the language of `summary`, by its BCP 47 tag")
        String language,

        @About("where it is read") URI url,
        @About("its picture, small") @Nullable URI imageUrl,

        @About("the Wikidata entity it is about, for knowledge/entity") @Nullable
        String entityId) {}
