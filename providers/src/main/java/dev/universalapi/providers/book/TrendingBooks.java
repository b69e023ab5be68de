package dev.universalapi.providers.book;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;

/// What many readers have taken up of late, the most first.
@Operation(path = "book/trending", summary = "Books that many read of late")
public record TrendingBooks(
        @About("how far back is looked") @Default("WEEKLY") @Example("WEEKLY")
        Period period,

        @About("how many books at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<TrendingBooks.Answer> {

    /// At most as many as were asked for.
    public record Answer(@About("the most read first") List<Book> books) {
        public Answer {
            books = List.copyOf(books);
        }
    }
}
