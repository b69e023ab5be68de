package dev.universalapi.providers.code;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a user or an organisation tells the public about itself.
@Operation(path = "code/user", summary = "A user or an organisation that hosts source code")
public record UserProfile(
        @About("the name that the user signs in with") @Trimmed @Length(max = 100) @Example("octocat")
        String login,

        @About("where the user is: `github.com` or `codeberg.org`")
        @Matches("[a-z0-9.-]+")
        @Default("github.com")
        @Example("github.com")
        String host)
        implements Query<UserProfile.Answer> {

    /// The public profile.
    public record Answer(
            @About("the host's own number for the user") String id,
            @About("the name that the user signs in with") String login,

            @About("the name that the user goes by") @Nullable
            String name,

            @About("the user's page at the host") URI url,
            @About("what the user says of itself") @Nullable String summary,
            @About("the user's picture") @Nullable URI imageUrl,

            @About("where the user lives, in the user's words") @Nullable
            String location,

            @About("the user's own site, as written; not always an address") @Nullable
            String website,

            @About("public repositories") @Nullable Long repositories,
            @About("who follows the user") @Nullable Long followers,
            @About("when the user joined") Instant createdAt) {}
}
