package dev.universalapi.auth.organisation;

import dev.universalapi.auth.limit.Limits;
import dev.universalapi.auth.request.Checks;
import org.jspecify.annotations.Nullable;

/// What is said of a project, when it is created and when it is changed.
///
/// @param name as people call it
/// @param limits of all its keys together; none where null
record ProjectSettings(String name, Limits limits) {

    ProjectSettings(@Nullable String name, @Nullable Limits limits) {
        this.name = Checks.name(name);
        this.limits = limits == null ? Limits.NONE : limits;
    }
}
