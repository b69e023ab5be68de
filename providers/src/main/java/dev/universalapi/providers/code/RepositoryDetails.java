package dev.universalapi.providers.code;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// What is known of one public repository.
@Operation(path = "code/repository", summary = "A repository of source code")
public record RepositoryDetails(
        @About("the user or organisation whose it is") @Trimmed @Length(max = 100) @Example("octocat")
        String owner,

        @About("its name, without the owner") @Trimmed @Length(max = 100) @Example("Hello-World")
        String name,

        @About("where it is hosted: `github.com`, `gitlab.com` or `codeberg.org`")
        @Matches("[a-z0-9.-]+")
        @Default("github.com")
        @Example("github.com")
        String host)
        implements Query<RepositoryDetails.Answer> {

    /// The repository.
    public record Answer(@About("the repository") Repository repository) {}
}
