package dev.universalapi.auth.operator;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What operators may give.
///
/// @param plans the names of all plans; what they mean is said in the gateway's settings
/// @param plan the plan of an organisation for which none is named
@ConfigurationProperties("universal.auth")
record OperatorProperties(
        @DefaultValue({"free", "developer", "business", "internal"})
        List<String> plans,

        @DefaultValue("free") String plan) {
    OperatorProperties {
        plans = List.copyOf(plans);
        if (!plans.contains(plan)) {
            throw new IllegalArgumentException("universal.auth.plan must be one of universal.auth.plans");
        }
    }
}
