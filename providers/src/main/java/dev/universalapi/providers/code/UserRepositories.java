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

/// The public repositories of one user or organisation.
@Operation(path = "code/user-repositories", summary = "The repositories of a user")
public record UserRepositories(
        @About("the name that the user signs in with") @Trimmed @Length(max = 100) @Example("octocat")
        String login,

        @About("where the user is: `github.com`, `gitlab.com` or `codeberg.org`")
        @Matches("[a-z0-9.-]+")
        @Default("github.com")
        @Example("github.com")
        String host,

        @About("how many repositories at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<UserRepositories.Answer> {

    /// At most as many as were asked for, in the host's order.
    public record Answer(
            @About("in the host's order, mostly the last changed first")
            List<Repository> repositories) {
        public Answer {
            repositories = List.copyOf(repositories);
        }
    }
}
