package dev.universalapi.providers.code;

import dev.universalapi.engine.operation.About;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A repository of source code, and how it is doing.
public record Repository(
        @About("the host's own number for it") String id,
        @About("owner and name, `owner/name`") String name,
        @About("its page") URI url,

        @About("what it is, in a sentence") @Nullable String summary,

        @About("the programming language that most of it is in") @Nullable
        String programmingLanguage,

        @About("the licence, by its SPDX identifier, where it is recognised") @Nullable
        String license,

        @About("words that its owner filed it under") List<String> topics,
        @About("how many people marked it") long stars,
        @About("how many copies were made to work on") long forks,

        @About("open issues; some hosts count open pull requests with them") @Nullable
        Long openIssues,

        @About("the branch that is shown first; missing in an empty repository") @Nullable
        String defaultBranch,

        @About("whether it is kept for reading only") boolean archived,
        @About("when it was made") Instant createdAt,
        @About("when something last changed in it") Instant updatedAt) {
    public Repository {
        topics = List.copyOf(topics);
    }
}
