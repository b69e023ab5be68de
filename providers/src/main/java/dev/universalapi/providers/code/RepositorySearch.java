package dev.universalapi.providers.code;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Public repositories about something, at one host: the one named, else the one that is asked.
@Operation(path = "code/repository-search", summary = "Repositories of source code about something")
public record RepositorySearch(
        @About("words of its name or description") @Trimmed @Length(max = 200) @Example("spring boot")
        String query,

        @About("where to look: `github.com`, `gitlab.com` or `codeberg.org`; any one where left out")
        @Matches("[a-z0-9.-]+")
        @Nullable
        String host,

        @About("how many repositories at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<RepositorySearch.Answer> {

    /// At most as many as were asked for, those with the most stars first.
    public record Answer(
            @About("those with the most stars first") List<Repository> repositories,

            @About("how many there are in all, where the host counts them") @Nullable
            Long total) {
        public Answer {
            repositories = List.copyOf(repositories);
        }
    }
}
