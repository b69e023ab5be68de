package dev.universalapi.providers.book;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who writes books, by name.
@Operation(path = "book/author-search", summary = "Authors of books by name")
public record AuthorSearch(
        @About("the name, or a part of it") @Trimmed @Length(max = 200) @Example("Tolkien")
        String query,

        @About("how many authors at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<AuthorSearch.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("the best first") List<Author> authors,

            @About("how many there are in all, where the provider counts them") @Nullable
            Long total) {
        public Answer {
            authors = List.copyOf(authors);
        }
    }

    /// One author. Who has two entries is two authors.
    public record Author(
            @About("the provider's own name for the author") String id,
            @About("the author's name") String name,

            @About("when born: ISO 8601, as exact as known") @Nullable
            String bornOn,

            @About("when died: ISO 8601, as exact as known") @Nullable
            String diedOn,

            @About("the title of the best known work") @Nullable
            String bestKnownTitle,

            @About("how many works are known") @Nullable Integer works,
            @About("the author's page at the provider") URI url) {}
}
