package dev.universalapi.providers.joke;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.util.List;

/// The categories that joke/random can be asked for. Each provider has its own: this is the list of the one that
/// answers.
@Operation(path = "joke/categories", summary = "Categories of jokes")
public record JokeCategories() implements Query<JokeCategories.Answer> {

    /// In no particular order.
    public record Answer(
            @About("in lower case, as joke/random takes them")
            List<String> categories) {
        public Answer {
            categories = List.copyOf(categories);
        }
    }
}
