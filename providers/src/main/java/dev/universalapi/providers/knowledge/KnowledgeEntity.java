package dev.universalapi.providers.knowledge;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a knowledge base knows of one person, place, thing or idea.
@Operation(path = "knowledge/entity", summary = "What is known of one thing, by its Wikidata identifier")
public record KnowledgeEntity(
        @About("its Wikidata identifier: `Q` and a number, as knowledge/search gives it")
        @Trimmed
        @Matches("Q[1-9][0-9]{0,9}")
        @Example("Q7259")
        String id,

        @About("the language of names, by its BCP 47 tag in lower case")
        @Matches("[a-z]{2}[a-z0-9-]{0,14}")
        @Default("en")
        @Example("en")
        String language)
        implements Query<KnowledgeEntity.Answer> {

    /// A name that is not known in the language is given in one that its readers know as well.
    public record Answer(
            @About("its Wikidata identifier; another than asked for, where two were found to be one")
            String id,

            @About("its name") String title,
            @About("what it is, in a few words") @Nullable String summary,
            @About("its other names") List<String> aliases,

            @About("what it is one of, by Wikidata identifier, such as `Q5` for a human")
            List<String> kinds,

            @About("where all that is known is read") URI url,

            @About("the Wikipedia article about it, in the language") @Nullable
            URI articleUrl,

            @About("its own site") @Nullable URI websiteUrl,
            @About("a picture of it") @Nullable URI imageUrl,

            @About("where it is, degrees north") @Nullable Double latitude,
            @About("where it is, degrees east") @Nullable Double longitude) {
        public Answer {
            aliases = List.copyOf(aliases);
            kinds = List.copyOf(kinds);
        }
    }
}
