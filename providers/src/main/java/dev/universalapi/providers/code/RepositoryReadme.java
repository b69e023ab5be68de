package dev.universalapi.providers.code;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.net.URI;

/// What a repository says of itself on its first page.
@Operation(path = "code/readme", summary = "The readme of a repository")
public record RepositoryReadme(
        @About("the user or organisation whose it is")
        @Length(max = 100)
        @Matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")
        @Example("octocat")
        String owner,

        @About("its name, without the owner")
        @Length(max = 100)
        @Matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")
        @Example("Hello-World")
        String name,

        @About("where it is hosted: `github.com`, `gitlab.com` or `codeberg.org`")
        @Matches("[a-z0-9.-]+")
        @Default("github.com")
        @Example("github.com")
        String host)
        implements Query<RepositoryReadme.Answer> {

    /// The file, of the branch that is shown first.
    public record Answer(
            @About("all of it, as written: mostly Markdown") String text,

            @About("where it lies in the repository; its ending says how it is written")
            String path,

            @About("its page") URI url) {}
}
