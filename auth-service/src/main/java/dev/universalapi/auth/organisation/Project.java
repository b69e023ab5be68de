package dev.universalapi.auth.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.universalapi.auth.limit.Limits;
import java.time.Instant;
import java.util.List;

/// Something that an organisation builds. It has two environments: live keys ask providers, test keys the sandbox.
///
/// @param id `prj_…`
/// @param name as people call it
/// @param limits of all its keys together, beside the plan's
/// @param version counts its changes
public record Project(String id, String name, Limits limits, long version, Instant createdAt, Instant changedAt) {

    /// What its keys open.
    @JsonProperty
    public List<String> environments() {
        return List.of("live", "test");
    }

    ProjectSettings changeable() {
        return new ProjectSettings(name, limits);
    }
}
