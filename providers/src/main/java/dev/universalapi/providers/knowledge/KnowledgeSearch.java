package dev.universalapi.providers.knowledge;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an encyclopedia or a knowledge base has about something, the best first.
@Operation(path = "knowledge/search", summary = "Articles and entries about something")
public record KnowledgeSearch(
        @About("words to look for, or the beginning of a name") @Trimmed @Length(max = 200) @Example("Ada Lovelace")
        String query,

        @About("the language to read in, by its BCP 47 tag in lower case, or a Wikipedia's own such as `simple`")
        @Matches("[a-z]{2}[a-z0-9-]{0,14}")
        @Default("en")
        @Example("en")
        String language,

        @About("how many at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<KnowledgeSearch.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("the best first") List<Topic> topics,

            @About("how many there are in all, where the provider counts them") @Nullable
            Long total) {
        public Answer {
            topics = List.copyOf(topics);
        }
    }

    /// One article or entry.
    public record Topic(
            @About("the provider's own name for it: a Wikidata `Q42` can be asked of knowledge/entity")
            String id,

            @About("its name: a Wikipedia article's can be asked of knowledge/summary")
            String title,

            @About("what it is in a few words, or what it says around the words that were looked for, as text")
            @Nullable
            String summary,

            @About("where it is read") URI url) {}
}
