package dev.universalapi.engine.page;

import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list that comes page by page.
@Operation(path = "trial/papers", summary = "Papers")
public record Papers(
        String text,
        @Range(min = 1, max = 100) @Default("2") int limit) implements Query<Papers.Answer> {
    /// This contract alone.
    public static final Operations OPERATIONS = Operations.of(Papers.class, Strict.class);

    /// What is found.
    public record Answer(List<Paper> papers, @Nullable Long total) {}

    /// One of them.
    public record Paper(String title) {}

    /// The same, where an answer cannot be empty.
    @Operation(path = "trial/strict", summary = "One paper")
    public record Strict(String text) implements Query<Strict.Answer> {

        /// The paper.
        public record Answer(String title) {}
    }
}
