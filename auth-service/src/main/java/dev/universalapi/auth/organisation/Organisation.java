package dev.universalapi.auth.organisation;

import dev.universalapi.auth.limit.Limits;
import java.time.Instant;
import java.util.Map;

/// Who owns projects and keys, and pays.
///
/// @param id `org_…`
/// @param name as people call it
/// @param status `active`, or `suspended`: its keys open nothing
/// @param plan the name of the plan that limits it
/// @param limits its own, beside the plan's
/// @param settings what it has chosen
/// @param version counts its changes
public record Organisation(
        String id,
        String name,
        String status,
        String plan,
        Limits limits,
        Map<String, String> settings,
        long version,
        Instant createdAt,
        Instant changedAt) {
    static final String ACTIVE = "active";
    static final String SUSPENDED = "suspended";

    public Organisation {
        settings = Map.copyOf(settings);
    }

    OrganisationSettings changeable() {
        return new OrganisationSettings(name, limits, settings);
    }
}
