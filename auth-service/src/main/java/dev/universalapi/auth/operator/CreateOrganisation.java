package dev.universalapi.auth.operator;

import dev.universalapi.auth.request.Checks;
import org.jspecify.annotations.Nullable;

/// An organisation that is wanted.
///
/// @param name as people call it
/// @param plan the name of the plan that limits it; where null, the usual one
record CreateOrganisation(@Nullable String name, @Nullable String plan) {
    String checkedName() {
        return Checks.name(name);
    }
}
