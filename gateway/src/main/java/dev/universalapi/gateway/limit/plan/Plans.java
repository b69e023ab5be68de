package dev.universalapi.gateway.limit.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The plans that there are, and which class of operations a path belongs to.
///
/// @param plans by name: `free`, `developer`, `business`, `internal`; one that is not there is `free`, or where that is
///   not there either, the narrowest that is built in
/// @param classes of operations, by the first part of the path after `/api`; all others are `lookup`. Nothing of the
/// class
///   `administration` counts towards a quota
@ConfigurationProperties("universal.live.gateway")
public record Plans(
        @DefaultValue Map<String, Plan> plans, @DefaultValue Map<String, String> classes) {
    public static final String ADMINISTRATION = "administration";
    private static final String LOOKUP = "lookup";
    private static final String FREE = "free";
    private static final String INTERNAL = "internal";

    /// For whoever has not said otherwise: nobody is unlimited.
    private static final Plan BUILT_IN_FREE = new Plan(
            List.of(new Rate(60, Duration.ofMinutes(1), null)),
            10,
            2,
            List.of(new Quota(10_000, Period.MONTH, null, true)));

    private static final Plan BUILT_IN_INTERNAL =
            new Plan(List.of(new Rate(6_000_000, Duration.ofMinutes(1), null)), 10_000, 1_000, List.of());

    public Plans {
        plans = Map.copyOf(plans);
        classes = Map.copyOf(classes);
    }

    /// The plan of a name.
    public Plan plan(String name) {
        var found = plans.get(name);
        if (found != null) {
            return found;
        }
        return name.equals(INTERNAL) ? BUILT_IN_INTERNAL : plans.getOrDefault(FREE, BUILT_IN_FREE);
    }

    /// The class of what a category does.
    ///
    /// @param category the first part of the path after `/api`
    public String operations(String category) {
        return classes.getOrDefault(category, LOOKUP);
    }
}
