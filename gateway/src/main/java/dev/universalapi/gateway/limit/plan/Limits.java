package dev.universalapi.gateway.limit.plan;

import org.springframework.web.server.ServerWebExchange;

/// What limits whoever calls: set by who finds out the caller, read by who counts.
///
/// @param plan the name of the organisation's plan
/// @param project the id of the project that the key belongs to
/// @param key limits of the key itself
/// @param ofProject limits of its project
/// @param organisation limits of its organisation beside the plan's
public record Limits(String plan, String project, Own key, Own ofProject, Own organisation) {
    private static final String ATTRIBUTE = Limits.class.getName();
    private static final Limits USUAL = new Limits("internal", "default", Own.NONE, Own.NONE, Own.NONE);

    /// Those of a request; the plan `internal` and nothing else until somebody has set them.
    public static Limits of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, USUAL);
    }

    /// Tells those of a request.
    public void set(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /// Those of a plan and nothing else.
    public static Limits plan(String plan, String project) {
        return new Limits(plan, project, Own.NONE, Own.NONE, Own.NONE);
    }
}
