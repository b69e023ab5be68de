package dev.universalapi.providers.fun;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.util.List;

/// What quiz questions are about.
@Operation(path = "fun/trivia-categories", summary = "Categories of quiz questions")
public record TriviaCategories() implements Query<TriviaCategories.Answer> {

    /// All that the provider knows.
    public record Answer(@About("in the provider's order") List<Category> categories) {
        public Answer {
            categories = List.copyOf(categories);
        }
    }

    /// One category.
    public record Category(
            @About("what fun/trivia takes") String id,
            @About("what it is called in English") String name) {}
}
