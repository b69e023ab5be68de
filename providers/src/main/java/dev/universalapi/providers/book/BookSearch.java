package dev.universalapi.providers.book;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Books by words of their title, author or text, the best first.
@Operation(path = "book/search", summary = "Books by words of title or author")
public record BookSearch(
        @About("words of the title, the author, or both") @Trimmed @Length(max = 200) @Example("The Hobbit Tolkien")
        String query,

        @About("how many books at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<BookSearch.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("the best first") List<Book> books,

            @About("how many there are in all, as the provider counts or guesses") @Nullable
            Long total) {
        public Answer {
            books = List.copyOf(books);
        }
    }
}
