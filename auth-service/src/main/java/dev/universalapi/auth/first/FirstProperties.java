package dev.universalapi.auth.first;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whom a new installation begins with.
///
/// @param keys a file of keys, one a line: `sha256 organisation live|test scope,scope`. Organisations and keys that are
///     missing are made at start, those that are there are left as they are
/// @param plan the plan of organisations that are made so
@ConfigurationProperties("universal.auth.first")
record FirstProperties(
        @Nullable Path keys, @DefaultValue("internal") String plan) {}
